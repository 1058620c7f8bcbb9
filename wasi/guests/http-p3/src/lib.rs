//! Answers requests of HTTP by WASI 0.3: the path says how. Some of the ways are what a host must
//! put up with.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use wasi::clocks::monotonic_clock;
use wasi::http::client;
use wasi::http::types::{ErrorCode, Fields, HeaderError, Method, Request, RequestOptions, Response, Scheme};
use wit_bindgen::{FutureReader, StreamReader};

wit_bindgen::generate!({ path: "../wit", world: "service", generate_all });

struct Service;

export!(Service);

type Trailers = Result<Option<Fields>, ErrorCode>;

static TIMES: AtomicU32 = AtomicU32::new(0);

/// How much is written at once.
const CHUNK: usize = 1 << 16;

impl exports::wasi::http::handler::Guest for Service {
    async fn handle(request: Request) -> Result<Response, ErrorCode> {
        let path = request.get_path_with_query().unwrap_or_default();
        let (path, argument) = path.split_once('?').unwrap_or((&path, ""));
        match path {
            "/hello" => Ok(text("hello\n")),
            "/request" => Ok(text(&describe(&request))),
            // How many requests this instance has been asked so.
            "/times" => Ok(text(&(TIMES.fetch_add(1, Relaxed) + 1).to_string())),
            "/fields" => Ok(text(&format!("{:?}", fields()))),
            "/count" => {
                let (mut body, end) = Request::consume_body(request, done());
                let mut count = 0;
                let mut buffer = Vec::with_capacity(CHUNK);
                loop {
                    let (status, mut bytes) = body.read(buffer).await;
                    if bytes.is_empty() && status == wit_bindgen::StreamResult::Dropped {
                        break;
                    }
                    count += bytes.len();
                    bytes.clear();
                    buffer = bytes;
                }
                drop(body);
                let end = end.await.map(|trailers| trailers.map(|it| it.copy_all().len()));
                Ok(text(&format!("{count} {end:?}")))
            }
            // The body goes back as it comes, and a trailer after it.
            "/echo" => {
                let (body, _) = Request::consume_body(request, done());
                let trailers = Fields::from_list(&[("x-end".into(), b"of echo".to_vec())]).unwrap();
                Ok(Response::new(Fields::new(), Some(body), given(Ok(Some(trailers)))).0)
            }
            "/large" => {
                let size: usize = argument.parse().unwrap();
                Ok(Response::new(Fields::new(), Some(zeros(size)), given(Ok(None))).0)
            }
            "/fetch" => Ok(fetch(&request, argument).await),
            // The request goes on as it is, and so does the answer.
            "/forward" => {
                request.set_path_with_query(Some("/echo")).unwrap();
                request.set_authority(Some(argument)).unwrap();
                request.set_scheme(Some(&Scheme::Http)).unwrap();
                client::send(request).await
            }
            // What a host must put up with.
            "/error" => Err(ErrorCode::LoopDetected),
            "/trap" => panic!("as it should be"),
            "/never" => {
                monotonic_clock::wait_for(u64::MAX).await;
                unreachable!()
            }
            "/busy" => loop {
                std::hint::spin_loop();
            },
            "/wrong-length" => {
                let headers = Fields::from_list(&[("content-length".into(), b"10".to_vec())]).unwrap();
                Ok(Response::new(headers, Some(zeros(5)), given(Ok(None))).0)
            }
            "/broken" => {
                let end = Err(ErrorCode::InternalError(None));
                Ok(Response::new(Fields::new(), Some(zeros(100)), given(end)).0)
            }
            "/trap-later" => {
                let (mut to, body) = wit_stream::new();
                wit_bindgen::spawn_local(async move {
                    to.write_all(vec![b'x'; 100]).await;
                    panic!("as it should be");
                });
                Ok(Response::new(Fields::new(), Some(body), given(Ok(None))).0)
            }
            _ => {
                let response = text("there is nothing\n");
                response.set_status_code(404).unwrap();
                Ok(response)
            }
        }
    }
}

/// A future of what is there already.
fn given(trailers: Trailers) -> FutureReader<Trailers> {
    let (to, future) = wit_future::new(|| Ok(None));
    wit_bindgen::spawn_local(async move {
        let _ = to.write(trailers).await;
    });
    future
}

fn done() -> FutureReader<Result<(), ErrorCode>> {
    wit_future::new(|| Ok(())).1
}

fn body(bytes: Vec<u8>) -> StreamReader<u8> {
    let (mut to, body) = wit_stream::new();
    wit_bindgen::spawn_local(async move {
        to.write_all(bytes).await;
    });
    body
}

fn zeros(size: usize) -> StreamReader<u8> {
    let (mut to, body) = wit_stream::new();
    wit_bindgen::spawn_local(async move {
        let mut left = size;
        while left > 0 {
            let length = left.min(CHUNK);
            if !to.write_all(vec![0; length]).await.is_empty() {
                return;
            }
            left -= length;
        }
    });
    body
}

fn text(text: &str) -> Response {
    let headers = Fields::from_list(&[
        ("content-type".into(), b"text/plain".to_vec()),
        ("content-length".into(), text.len().to_string().into_bytes()),
    ])
    .unwrap();
    Response::new(headers, Some(body(text.as_bytes().to_vec())), given(Ok(None))).0
}

fn describe(request: &Request) -> String {
    let headers = request.get_headers();
    let immutable = headers.append("a", b"b");
    format!(
        "{:?} {:?} {:?} {} {immutable:?} {:?}",
        request.get_method(),
        request.get_path_with_query(),
        request.get_scheme(),
        request.get_authority().is_some(),
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
        fields.append("large", &[b'x'; 1 << 17]),
        fields.set("a-B", &[]),
        if fields.copy_all().is_empty() { Ok(()) } else { Err(HeaderError::Other(None)) },
    ]
}

/// Makes a request of `authority/path`, or of `https://authority/path`, and says what came of it.
async fn fetch(request: &Request, target: &str) -> Response {
    let (scheme, target) = match target.strip_prefix("https://") {
        Some(rest) => (Scheme::Https, rest),
        None => (Scheme::Http, target),
    };
    let (authority, path) = target.split_once('/').unwrap_or((target, ""));
    let sends = matches!(request.get_method(), Method::Post);
    let contents = sends.then(|| body(b"a body".to_vec()));
    let options = RequestOptions::new();
    if path.starts_with("late") {
        options.set_first_byte_timeout(Some(300_000_000)).unwrap();
    }
    options.set_connect_timeout(Some(60_000_000_000)).unwrap();
    let (made, sent) = Request::new(Fields::new(), contents, given(Ok(None)), Some(options));
    made.set_method(&request.get_method()).unwrap();
    made.set_scheme(Some(&scheme)).unwrap();
    made.set_authority(Some(authority)).unwrap();
    made.set_path_with_query(Some(&format!("/{path}"))).unwrap();
    match client::send(made).await {
        Ok(response) => {
            let status = response.get_status_code();
            let (body, end) = Response::consume_body(response, done());
            let bytes = body.collect().await;
            let end = end.await.map(|_| ());
            text(&format!("{status} {} {end:?} {:?}", String::from_utf8_lossy(&bytes), sent.await))
        }
        Err(why) => text(&format!("{why:?} {:?}", sent.await)),
    }
}
