package run.radicchio.webgpu.dawn.steps;

import static run.radicchio.webgpu.dawn.steps.Arguments.NONE;

import java.util.function.ToLongFunction;

/** Textures, views, samplers. */
final class TextureRules {
  private static final int ALL_COPIES = Texture.COPY_SRC | Texture.COPY_DST;

  /** What the first slots are filled with. */
  private static final Preset[] PRESETS = {
    new Preset(
        new Texture.Shape(1, 4, 4, 1, 1),
        1,
        Format.RGBA8UNORM,
        ALL_COPIES | Texture.TEXTURE_BINDING | Texture.RENDER_ATTACHMENT),
    new Preset(
        new Texture.Shape(1, 4, 4, 1, 1),
        4,
        Format.RGBA8UNORM,
        Texture.RENDER_ATTACHMENT | Texture.TEXTURE_BINDING),
    new Preset(new Texture.Shape(1, 4, 4, 1, 1), 1, Format.DEPTH24PLUS, Texture.RENDER_ATTACHMENT),
    new Preset(
        new Texture.Shape(1, 4, 4, 1, 1),
        1,
        Format.RGBA8UNORM,
        ALL_COPIES | Texture.RENDER_ATTACHMENT | Texture.STORAGE_BINDING),
    new Preset(
        new Texture.Shape(1, 8, 8, 6, 2),
        1,
        Format.R32UINT,
        ALL_COPIES | Texture.TEXTURE_BINDING | Texture.STORAGE_BINDING),
    new Preset(new Texture.Shape(2, 4, 4, 4, 1), 1, Format.RGBA8UNORM, ALL_COPIES),
    new Preset(new Texture.Shape(0, 8, 1, 1, 1), 1, Format.R8UNORM, ALL_COPIES),
    new Preset(
        new Texture.Shape(1, 4, 4, 1, 1),
        1,
        Format.DEPTH32FLOAT,
        ALL_COPIES | Texture.RENDER_ATTACHMENT | Texture.TEXTURE_BINDING),
    new Preset(
        new Texture.Shape(1, 4, 4, 1, 1),
        1,
        Format.STENCIL8,
        ALL_COPIES | Texture.RENDER_ATTACHMENT),
  };

  private record Preset(Texture.Shape shape, long samples, Format format, int usage) {}

  private TextureRules() {}

  static void add(Rules rules) {
    rules.put(Call.GPU_DEVICE_CREATE_TEXTURE, TextureRules::create);
    rules.put(Call.GPU_DEVICE_CREATE_SAMPLER, TextureRules::createSampler);
    rules.put(Call.GPU_TEXTURE_CREATE_VIEW, TextureRules::createView);
    rules.put(
        Call.GPU_TEXTURE_DESTROY,
        a -> {
          Texture texture = a.the(Kind.TEXTURE);
          return Prediction.of(texture.standing.device()).then(texture::destroy);
        });
    getter(rules, Call.GPU_TEXTURE_WIDTH, t -> t.shape.width());
    getter(rules, Call.GPU_TEXTURE_HEIGHT, t -> t.shape.height());
    getter(rules, Call.GPU_TEXTURE_DEPTH_OR_ARRAY_LAYERS, t -> t.shape.layers());
    getter(rules, Call.GPU_TEXTURE_MIP_LEVEL_COUNT, t -> t.shape.mips());
    getter(rules, Call.GPU_TEXTURE_SAMPLE_COUNT, t -> t.samples);
    getter(rules, Call.GPU_TEXTURE_DIMENSION, t -> t.shape.dimension());
    getter(rules, Call.GPU_TEXTURE_FORMAT, t -> t.format.number());
    getter(rules, Call.GPU_TEXTURE_USAGE, t -> t.usage);
    getter(rules, Call.GPU_TEXTURE_TEXTURE_BINDING_VIEW_DIMENSION, _ -> NONE);
  }

  private static void getter(Rules rules, Call call, ToLongFunction<Texture> getter) {
    rules.put(
        call,
        a -> {
          Texture texture = a.the(Kind.TEXTURE);
          return Prediction.of(texture.standing.device()).returns(getter.applyAsLong(texture));
        });
  }

  private static Prediction create(Arguments a) {
    Device device = a.device();
    var out = a.out(Kind.TEXTURE);
    Preset preset = PRESETS[a.choice(PRESETS.length)];
    Texture.Shape like = preset.shape;
    int changes = a.choice(100) < 50 ? 0 : 1;
    long width = changed(a, changes, like.width(), 1, 8193, 0, 6);
    long height = changed(a, changes, like.height(), 1, 0, 8);
    long layers = changed(a, changes, like.layers(), 1, 0, 2, 6, 257);
    long mips = changed(a, changes, like.mips(), 2, 1, 0, 9);
    long samples = changed(a, changes, preset.samples, 4, 2, 1, 0);
    long dimension = changed(a, changes, like.dimension(), 2, 1, 0);
    Format format =
        Cases.of(Format.class, a.choice(100) < 85 ? 0 : a.choice(Format.values().length));
    if (changes == 0 || format == Format.RGBA8UNORM) {
      format = preset.format;
    }
    a.number(format.number());
    int usage =
        (int)
            changed(
                a,
                changes,
                preset.usage,
                0,
                Texture.STORAGE_BINDING,
                Texture.RENDER_ATTACHMENT,
                Texture.TEXTURE_BINDING | Texture.COPY_DST);
    Format[] viewFormats = {null, null, format, Format.RGBA8UNORM_SRGB, Format.R32UINT};
    Format viewFormat = viewFormats[a.choice(viewFormats.length)];
    a.number(viewFormat == null ? NONE : viewFormat.number());
    Texture texture =
        new Texture(
            device,
            new Texture.Shape(dimension, width, height, layers, mips),
            samples,
            format,
            usage,
            viewFormat);
    return Prediction.of(device).makes(texture.standing, texture.allowed(), () -> out.put(texture));
  }

  /** Mostly what a preset has. */
  private static long changed(Arguments a, int changes, long preset, long... others) {
    int choice = a.choice(6 * others.length);
    return a.number(changes > 0 && choice < others.length ? others[choice] : preset);
  }

  private static Prediction createView(Arguments a) {
    Texture texture = a.the(Kind.TEXTURE);
    var out = a.out(Kind.VIEW);
    Device device = texture.standing.device();
    Format[] formats = {
      null, null, null, texture.format, Format.RGBA8UNORM_SRGB, Format.R32UINT, Format.RGBA8UNORM
    };
    Format given = formats[a.choice(formats.length)];
    a.number(given == null ? NONE : given.number());
    long dimension =
        a.one(
            NONE, NONE, NONE, View.D2, View.D2_ARRAY, View.CUBE, View.CUBE_ARRAY, View.D3, View.D1);
    long usage = a.one(NONE, NONE, 0, 0, texture.usage, Texture.TEXTURE_BINDING, 16, 8);
    long aspect = a.one(NONE, NONE, NONE, 0, 0, 1, 2);
    long baseMip = a.one(NONE, NONE, 0, 0, 1);
    long mips = a.one(NONE, NONE, NONE, 1, 2, 0);
    long baseLayer = a.one(NONE, NONE, 0, 0, 1);
    long layers = a.one(NONE, NONE, NONE, 1, 2, 6, 0);
    long resolvedDimension = dimension == NONE ? View.defaultDimension(texture) : dimension;
    long firstMip = baseMip == NONE ? 0 : baseMip;
    long firstLayer = baseLayer == NONE ? 0 : baseLayer;
    View view =
        new View(
            new Standing(device),
            texture,
            given == null ? texture.format : given,
            resolvedDimension,
            usage == NONE || usage == 0 ? texture.usage : (int) usage,
            aspect == NONE ? 0 : aspect,
            firstMip,
            mips == NONE ? texture.shape.mips() - firstMip : mips,
            firstLayer,
            layers == NONE ? defaultLayers(texture, resolvedDimension, firstLayer) : layers);
    return Prediction.of(device)
        .makes(
            view.standing(), texture.standing.validity().and(view.allowed()), () -> out.put(view));
  }

  private static long defaultLayers(Texture texture, long dimension, long first) {
    return switch ((int) dimension) {
      case (int) View.CUBE -> 6;
      case (int) View.D2_ARRAY, (int) View.CUBE_ARRAY -> texture.shape.arrayLayers() - first;
      default -> 1;
    };
  }

  private static Prediction createSampler(Arguments a) {
    Device device = a.device();
    var out = a.out(Kind.SAMPLER);
    a.one(NONE, 0, 1, 2);
    long mag = a.one(NONE, NONE, 0, 1);
    long min = a.one(NONE, NONE, 0, 1);
    long mipmap = a.one(NONE, NONE, 0, 1);
    double minClamp = realOrNone(a, 0, 0, 0, 1, -1);
    double maxClamp = realOrNone(a, 32, 32, 32, 2, 0.5);
    boolean comparison = a.one(NONE, NONE, NONE, 1) != NONE;
    long anisotropy = a.one(NONE, NONE, 1, 0, 2, 16);
    boolean linear = mag == 1 && min == 1 && mipmap == 1;
    boolean valid =
        minClamp >= 0
            && maxClamp >= minClamp
            && (anisotropy == NONE || (anisotropy > 0 && (anisotropy == 1 || linear)));
    Sampler sampler =
        new Sampler(
            new Standing(device),
            mag == 1 || min == 1 || mipmap == 1 || anisotropy > 1,
            comparison);
    return Prediction.of(device).makes(sampler.standing(), valid, () -> out.put(sampler));
  }

  /** A number, or none, which is the default. */
  private static double realOrNone(Arguments a, double byDefault, double... candidates) {
    int choice = a.choice(candidates.length + 1);
    if (choice == 0) {
      a.number(NONE);
      return byDefault;
    }
    double number = candidates[choice - 1];
    a.number(Double.doubleToRawLongBits(number));
    return number;
  }
}
