//! Answers requests of HTTP by WASI 0.2: the path says how. Some of the ways are what a host must
//! put up with.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use wasi::clocks::monotonic_clock;
use wasi::http::outgoing_handler;
use wasi::http::types::{
    ErrorCode, Fields, HeaderError, IncomingBody, IncomingRequest, Method, OutgoingBody, OutgoingRequest,
    OutgoingResponse, RequestOptions, ResponseOutparam, Scheme, http_error_code,
};
use wasi::io::streams::{OutputStream, StreamError};

wit_bindgen::generate!({ path: "../wit/p2", world: "proxy", generate_all });

struct Proxy;

export!(Proxy);

static TIMES: AtomicU32 = AtomicU32::new(0);

/// How much a call takes at most that writes and flushes.
const CHUNK: usize = 4096;

impl exports::wasi::http::incoming_handler::Guest for Proxy {
    fn handle(request: IncomingRequest, out: ResponseOutparam) {
        let path = request.path_with_query().unwrap_or_default();
        let (path, argument) = path.split_once('?').unwrap_or((&path, ""));
        match path {
            "/hello" => text(out, 200, "hello\n"),
            "/request" => text(out, 200, &describe(&request)),
            // How many requests this instance has been asked so.
            "/times" => text(out, 200, &(TIMES.fetch_add(1, Relaxed) + 1).to_string()),
            "/fields" => text(out, 200, &format!("{:?}", fields())),
            "/count" => {
                let body = request.consume().unwrap();
                assert!(request.consume().is_err());
                let mut count = 0;
                each_chunk(&body, |bytes| count += bytes.len());
                let trailers = IncomingBody::finish(body);
                trailers.subscribe().block();
                let end = trailers.get().unwrap().unwrap();
                let end = end.map(|trailers| trailers.map(|it| it.entries().len()));
                text(out, 200, &format!("{count} {end:?}"));
            }
            // The body goes back as it comes, and a trailer after it.
            "/echo" => {
                let to = begin(out, 200, &[]);
                let output = to.write().unwrap();
                each_chunk(&request.consume().unwrap(), |bytes| write(&output, &bytes).unwrap());
                drop(output);
                let trailers = Fields::from_list(&[("x-end".into(), b"of echo".to_vec())]).unwrap();
                OutgoingBody::finish(to, Some(trailers)).unwrap();
            }
            "/large" => {
                let mut left: usize = argument.parse().unwrap();
                let to = begin(out, 200, &[]);
                let output = to.write().unwrap();
                while left > 0 && write(&output, &vec![0; left.min(CHUNK)]).is_ok() {
                    left -= left.min(CHUNK);
                }
                drop(output);
                OutgoingBody::finish(to, None).unwrap();
            }
            "/fetch" => {
                let outcome = fetch(&request, argument);
                text(out, 200, &outcome);
            }
            // What a host must put up with.
            "/error" => ResponseOutparam::set(out, Err(ErrorCode::LoopDetected)),
            "/trap" => panic!("as it should be"),
            "/dropped" => drop(out),
            "/never" => monotonic_clock::subscribe_duration(u64::MAX).block(),
            "/busy" => loop {
                std::hint::spin_loop();
            },
            "/wrong-length" => {
                let to = begin(out, 200, &[("content-length".into(), b"10".to_vec())]);
                let output = to.write().unwrap();
                write(&output, b"12345").unwrap();
                drop(output);
                let end = OutgoingBody::finish(to, None);
                assert!(matches!(end, Err(ErrorCode::HttpResponseBodySize(Some(5)))));
            }
            "/too-long" => {
                let to = begin(out, 200, &[("content-length".into(), b"3".to_vec())]);
                let output = to.write().unwrap();
                let Err(StreamError::LastOperationFailed(error)) = write(&output, b"12345") else {
                    panic!("more was written than was said");
                };
                assert!(matches!(http_error_code(&error), Some(ErrorCode::HttpResponseBodySize(Some(5)))));
            }
            "/broken" => {
                let to = begin(out, 200, &[]);
                write(&to.write().unwrap(), &[b'x'; 100]).unwrap();
                drop(to);
            }
            "/trap-later" => {
                let to = begin(out, 200, &[]);
                write(&to.write().unwrap(), &[b'x'; 100]).unwrap();
                panic!("as it should be");
            }
            // Finishing a body while its stream is there is a mistake.
            "/open-stream" => {
                let to = begin(out, 200, &[]);
                let _output = to.write().unwrap();
                let _ = OutgoingBody::finish(to, None);
            }
            _ => text(out, 404, "there is nothing\n"),
        }
    }
}

fn begin(out: ResponseOutparam, status: u16, headers: &[(String, Vec<u8>)]) -> OutgoingBody {
    let response = OutgoingResponse::new(Fields::from_list(headers).unwrap());
    response.set_status_code(status).unwrap();
    let body = response.body().unwrap();
    ResponseOutparam::set(out, Ok(response));
    body
}

fn write(output: &OutputStream, bytes: &[u8]) -> Result<(), StreamError> {
    bytes.chunks(CHUNK).try_for_each(|chunk| output.blocking_write_and_flush(chunk))
}

fn text(out: ResponseOutparam, status: u16, text: &str) {
    let body = begin(
        out,
        status,
        &[
            ("content-type".into(), b"text/plain".to_vec()),
            ("content-length".into(), text.len().to_string().into_bytes()),
        ],
    );
    write(&body.write().unwrap(), text.as_bytes()).unwrap();
    OutgoingBody::finish(body, None).unwrap();
}

fn each_chunk(body: &IncomingBody, mut each: impl FnMut(Vec<u8>)) {
    let input = body.stream().unwrap();
    assert!(body.stream().is_err());
    while let Ok(bytes) = input.blocking_read(1 << 16) {
        each(bytes);
    }
}

fn describe(request: &IncomingRequest) -> String {
    let headers = request.headers();
    let immutable = headers.append("a", b"b");
    format!(
        "{:?} {:?} {:?} {} {immutable:?} {:?}",
        request.method(),
        request.path_with_query(),
        request.scheme(),
        request.authority().is_some(),
        headers.get("X-Test").iter().map(|it| String::from_utf8_lossy(it).into_owned()).collect::<Vec<_>>(),
    )
}

/// What fields may be.
fn fields() -> Vec<Result<(), HeaderError>> {
    let fields = Fields::new();
    vec![
        fields.append("A-b", b"c"),
        fields.append("a b", b"c"),
        fields.append("a", b"c\r\nd"),
        fields.append("connection", b"close"),
        fields.set("a-B", &[]),
        if fields.entries().is_empty() { Ok(()) } else { Err(HeaderError::Immutable) },
    ]
}

/// Makes a request of `authority/path`, or of `https://authority/path`, and says what came of it.
fn fetch(request: &IncomingRequest, target: &str) -> String {
    let (scheme, target) = match target.strip_prefix("https://") {
        Some(rest) => (Scheme::Https, rest),
        None => (Scheme::Http, target),
    };
    let (authority, path) = target.split_once('/').unwrap_or((target, ""));
    let made = OutgoingRequest::new(Fields::new());
    made.set_method(&request.method()).unwrap();
    made.set_scheme(Some(&scheme)).unwrap();
    made.set_authority(Some(authority)).unwrap();
    made.set_path_with_query(Some(&format!("/{path}"))).unwrap();
    let body = matches!(request.method(), Method::Post).then(|| made.body().unwrap());
    let options = RequestOptions::new();
    if path.starts_with("late") {
        options.set_first_byte_timeout(Some(300_000_000)).unwrap();
    }
    options.set_connect_timeout(Some(60_000_000_000)).unwrap();
    let response = match outgoing_handler::handle(made, Some(options)) {
        Ok(response) => response,
        Err(why) => return format!("{why:?}"),
    };
    if let Some(body) = body {
        write(&body.write().unwrap(), b"a body").unwrap();
        OutgoingBody::finish(body, None).unwrap();
    }
    response.subscribe().block();
    match response.get().unwrap().unwrap() {
        Ok(answer) => {
            let mut bytes = Vec::new();
            let body = answer.consume().unwrap();
            each_chunk(&body, |more| bytes.extend(more));
            let trailers = IncomingBody::finish(body);
            trailers.subscribe().block();
            let end = trailers.get().unwrap().unwrap().map(|_| ());
            format!("{} {} {end:?}", answer.status(), String::from_utf8_lossy(&bytes))
        }
        Err(why) => format!("{why:?}"),
    }
}
