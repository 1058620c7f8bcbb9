// The page of `radicchio stream`: shows the surfaces of a guest, and tells it what is done with them.
// What is said both ways is in run.radicchio.streaming.protocol.

const HEAD_BYTES = 16;
const PICTURE = 1;
const GONE = 1000; // the WebSocket's code for "all is said"
const REFUSED = 1008;
const RETRY_MILLIS = [250, 500, 1000, 2000, 5000];
const RESIZE_MILLIS = 100;
const MOUSE_LEFT = 0;

/** Those that reload the page, and make it fill the screen. */
const BROWSERS_KEYS = new Set(['F5', 'F11', 'F12']);

/** How pictures of each codec are decoded; those without `video` are files. */
const CODECS = {
  vp8: { video: 'vp8' },
  vp9: { video: 'vp09.00.41.08' },
  jpeg: { file: 'image/jpeg' },
};

/** What the planes are that were encoded; VP8 does not say it. */
const COLORS = { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false };

const element = (id) => document.getElementById(id);

/** What is shown of the connection, counted over the last second or so. */
class Numbers {
  constructor() {
    this.frames = 0;
    this.bytes = 0;
    this.latency = undefined;
    this.began = performance.now();
    this.inputs = new Map();
    setInterval(() => this.show(), 1000);
  }

  received(bytes) {
    this.bytes += bytes;
  }

  /** An input was sent; the next ones may be answered together with it. */
  sent(input) {
    this.inputs.set(input, performance.now());
  }

  /** A picture is on the canvas that answers this input, and those before. */
  shown(input) {
    this.frames++;
    const began = this.inputs.get(input);
    if (began !== undefined) {
      this.latency = performance.now() - began;
      for (const sent of this.inputs.keys()) {
        if (sent <= input) {
          this.inputs.delete(sent);
        }
      }
    }
  }

  show() {
    const seconds = (performance.now() - this.began) / 1000;
    const rate = (this.bytes * 8) / seconds / 1e6;
    const latency = this.latency === undefined ? '' : `, ${this.latency.toFixed(0)} ms from input to picture`;
    element('numbers').value =
      `${(this.frames / seconds).toFixed(1)} frames/s, ${rate.toFixed(2)} Mbit/s${latency}`;
    this.frames = 0;
    this.bytes = 0;
    this.began = performance.now();
  }
}

/**
 * Decodes video, in the order in which it comes. What cannot be decoded is skipped, so that the
 * server does not wait until it is shown.
 */
class VideoPictures {
  constructor(codec, show, skip, refresh) {
    this.codec = codec;
    this.show = show;
    this.skip = skip;
    this.refresh = refresh;
    this.waiting = [];
    this.needsKey = true;
  }

  open() {
    this.decoder = new VideoDecoder({
      output: (frame) => this.show(this.waiting.shift(), frame),
      error: () => this.fail(),
    });
    this.decoder.configure({ codec: this.codec, optimizeForLatency: true, colorSpace: COLORS });
  }

  fail() {
    this.decoder = undefined;
    this.needsKey = true;
    this.waiting.splice(0).forEach(this.skip);
    this.refresh();
  }

  add(head, bytes) {
    if (this.needsKey && !head.isKey) {
      this.skip(head);
      this.refresh();
      return;
    }
    if (this.decoder === undefined || this.decoder.state === 'closed') {
      this.open();
    }
    this.needsKey = false;
    this.waiting.push(head);
    const type = head.isKey ? 'key' : 'delta';
    this.decoder.decode(new EncodedVideoChunk({ type, timestamp: head.sequence * 1000, data: bytes }));
  }

  close() {
    if (this.decoder !== undefined && this.decoder.state !== 'closed') {
      this.decoder.close();
    }
  }
}

/** Decodes files, in the order in which they come. */
class FilePictures {
  constructor(type, show, skip) {
    this.type = type;
    this.show = show;
    this.skip = skip;
    this.last = Promise.resolve();
  }

  add(head, bytes) {
    const picture = createImageBitmap(new Blob([bytes], { type: this.type }));
    this.last = this.last.then(async () => this.show(head, await picture)).catch(() => this.skip(head));
  }

  close() {}
}

/** One surface of the guest, and what is done with it. */
class Surface {
  constructor(connection, number) {
    this.connection = connection;
    this.number = number;
    this.figure = document.createElement('figure');
    this.canvas = document.createElement('canvas');
    this.canvas.tabIndex = 0;
    this.canvas.dataset.surface = number;
    this.context = this.canvas.getContext('2d', { alpha: false, desynchronized: true });
    this.figure.append(this.canvas);
    element('surfaces').append(this.figure);
    this.listen();
    if (document.activeElement === document.body) {
      this.canvas.focus();
    }
  }

  /** The guest draws for this size from now on. */
  become(width, height, fits) {
    this.width = width;
    this.height = height;
    this.fits = fits;
    this.canvas.style.aspectRatio = `${width} / ${height}`;
    if (fits) {
      this.fit();
    }
  }

  pictures() {
    if (this.decoding === undefined) {
      const { video, file } = CODECS[this.connection.codec];
      const show = (head, image) => this.show(head, image);
      const skip = (head) => this.connection.acknowledge(head);
      const refresh = () => this.connection.say({ type: 'refresh', surface: this.number });
      this.decoding = video
        ? new VideoPictures(video, show, skip, refresh)
        : new FilePictures(file, show, skip);
    }
    return this.decoding;
  }

  show(head, image) {
    if (head === undefined) {
      image.close();
      return;
    }
    if (this.canvas.width !== head.width || this.canvas.height !== head.height) {
      this.canvas.width = head.width;
      this.canvas.height = head.height;
    }
    this.context.drawImage(image, 0, 0, head.width, head.height);
    image.close();
    this.connection.acknowledge(head);
    this.connection.numbers.shown(head.input);
    this.canvas.dataset.input = head.input;
    this.canvas.dataset.sequence = head.sequence;
  }

  input(type, fields) {
    this.connection.input({ type, surface: this.number, ...fields });
  }

  listen() {
    const pointer = (type) => (event) => {
      if (event.button > MOUSE_LEFT) {
        return;
      }
      const box = this.canvas.getBoundingClientRect();
      const x = ((event.clientX - box.left) * this.width) / box.width;
      const y = ((event.clientY - box.top) * this.height) / box.height;
      this.input(type, { x, y });
    };
    const key = (type) => (event) => {
      if (event.isComposing || BROWSERS_KEYS.has(event.code)) {
        return;
      }
      event.preventDefault();
      const text = [...event.key].length === 1 ? event.key : undefined;
      const { altKey: alt, ctrlKey: ctrl, metaKey: meta, shiftKey: shift } = event;
      this.input(type, { key: event.code || undefined, text, alt, ctrl, meta, shift });
    };
    const press = pointer('pointer-down');
    this.canvas.addEventListener('pointerdown', (event) => {
      this.canvas.focus();
      this.canvas.setPointerCapture(event.pointerId);
      press(event);
    });
    this.canvas.addEventListener('pointermove', pointer('pointer-move'));
    this.canvas.addEventListener('pointerup', pointer('pointer-up'));
    this.canvas.addEventListener('pointercancel', pointer('pointer-up'));
    this.canvas.addEventListener('contextmenu', (event) => event.preventDefault());
    this.canvas.addEventListener('keydown', key('key-down'));
    this.canvas.addEventListener('keyup', key('key-up'));
    this.observer = new ResizeObserver(() => this.resized());
    this.observer.observe(this.figure);
  }

  /** The room for it has changed, or is seen for the first time. */
  resized() {
    const isFirst = this.room === undefined;
    this.room = roomIn(this.figure);
    if (!isFirst || this.fits) {
      clearTimeout(this.resizing);
      this.resizing = setTimeout(() => this.fit(true), RESIZE_MILLIS);
    }
  }

  /** Asks for the size of the room, where it has another. */
  fit(isWanted) {
    const room = this.room ?? roomIn(this.figure);
    const isOther = room.width !== this.width || room.height !== this.height;
    const isAsked = this.asked?.width === room.width && this.asked?.height === room.height;
    if (this.connection.steers && (isWanted || !isAsked) && isOther && room.width > 0 && room.height > 0) {
      this.asked = room;
      this.input('resize', room);
    }
  }

  close() {
    clearTimeout(this.resizing);
    this.observer.disconnect();
    this.decoding?.close();
    this.figure.remove();
  }
}

function roomIn(figure) {
  return { width: Math.floor(figure.clientWidth), height: Math.floor(figure.clientHeight) };
}

/** The WebSocket, which is made anew when it is lost. */
class Connection {
  constructor(token, numbers) {
    this.token = token;
    this.numbers = numbers;
    this.surfaces = new Map();
    this.inputs = 0;
    this.tries = 0;
    this.steers = false;
    this.open();
  }

  open() {
    const address = new URL('stream', location.href);
    address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    address.hash = '';
    this.socket = new WebSocket(address, ['radicchio', this.token]);
    this.socket.binaryType = 'arraybuffer';
    this.socket.onopen = () => this.opened();
    this.socket.onmessage = ({ data }) => (typeof data === 'string' ? this.told(JSON.parse(data)) : this.picture(data));
    this.socket.onclose = (event) => this.closed(event);
  }

  opened() {
    this.tries = 0;
    const { width, height } = roomIn(element('surfaces'));
    const codecs = codecsThatAreKnown().join(' ');
    this.say({ type: 'hello', codecs, width: Math.max(width, 1), height: Math.max(height, 1) });
  }

  closed({ code, reason }) {
    this.surfaces.forEach((surface) => surface.close());
    this.surfaces.clear();
    if (code === GONE || code === REFUSED) {
      notice(this.ending ?? reason);
    } else if (this.tries === RETRY_MILLIS.length) {
      notice('The session is not there any more, or the server is not. Reload the page to try again.');
    } else {
      notice('connecting');
      setTimeout(() => this.open(), RETRY_MILLIS[this.tries]);
      this.tries++;
    }
  }

  say(message) {
    if (this.socket.readyState === WebSocket.OPEN) {
      this.socket.send(JSON.stringify(message));
    }
  }

  /** A picture is shown, or never will be. */
  acknowledge(head) {
    const decode = performance.now() - head.received;
    this.say({ type: 'ack', sequence: head.sequence, decode });
  }

  /** What is done with a surface, if this page steers. */
  input(message) {
    if (this.steers) {
      this.inputs++;
      this.numbers.sent(this.inputs);
      this.say({ ...message, input: this.inputs });
    }
  }

  told(message) {
    switch (message.type) {
      case 'welcome':
        this.codec = message.codec;
        notice('');
        break;
      case 'role':
        this.steers = message.steers;
        element('role').value = `${message.steers ? 'steering' : 'watching'}, ${message.viewers} here`;
        break;
      case 'surface':
        this.surface(message.surface).become(message.width, message.height, message.fits);
        break;
      case 'gone':
        this.surfaces.get(message.surface)?.close();
        this.surfaces.delete(message.surface);
        break;
      case 'ended':
        this.ending = message.why || 'The program has ended.';
        break;
      case 'timings':
        element('stages').value = Object.entries(message.millis)
          .map(([stage, millis]) => `${stage} ${millis.toFixed(1)} ms`)
          .join(', ');
        break;
    }
  }

  surface(number) {
    let surface = this.surfaces.get(number);
    if (surface === undefined) {
      surface = new Surface(this, number);
      this.surfaces.set(number, surface);
    }
    return surface;
  }

  picture(data) {
    const view = new DataView(data);
    if (view.getUint8(0) !== PICTURE) {
      return;
    }
    this.numbers.received(data.byteLength);
    const head = {
      isKey: view.getUint8(1) === 1,
      sequence: view.getUint32(4),
      input: view.getUint32(8),
      width: view.getUint16(12),
      height: view.getUint16(14),
      received: performance.now(),
    };
    const surface = this.surfaces.get(view.getUint16(2));
    if (surface === undefined) {
      this.acknowledge(head);
    } else {
      surface.pictures().add(head, new Uint8Array(data, HEAD_BYTES));
    }
  }
}

function codecsThatAreKnown() {
  const hasVideo = typeof VideoDecoder === 'function' && !new URLSearchParams(location.search).has('files');
  return Object.keys(CODECS).filter((name) => hasVideo || CODECS[name].file);
}

function notice(text) {
  element('notice').textContent = text;
}

/** The session that the address names; one that an invitation gives is named by it from then on. */
async function session() {
  const fragment = new URLSearchParams(location.hash.slice(1));
  if (fragment.has('session')) {
    return fragment.get('session');
  }
  const answer = await fetch('sessions', {
    method: 'POST',
    headers: { Authorization: `Bearer ${fragment.get('invite') ?? ''}` },
  });
  const text = (await answer.text()).trim();
  if (!answer.ok) {
    throw new Error(text);
  }
  history.replaceState(null, '', `#session=${text}`);
  return text;
}

try {
  new Connection(await session(), new Numbers());
} catch (failure) {
  notice(failure.message);
}
addEventListener('hashchange', () => location.reload());
