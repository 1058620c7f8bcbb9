//! Standard output, of which WASI 0.3 says more than Rust's: whether somebody reads it.

use anyhow::{Result, bail};
use wit_bindgen::{FutureReader, StreamWriter};

use self::wasi::cli::stdout::{ErrorCode, write_via_stream};
use crate::stream::Video;

wit_bindgen::generate!({
    path: "wit",
    world: "radicchio:video-filter/video-filter",
    generate_all,
});

/// Where frames go.
pub struct Output {
    bytes: StreamWriter<u8>,
    end: FutureReader<Result<(), ErrorCode>>,
    /// Or else nobody reads any more.
    is_read: bool,
}

impl Output {
    /// Writes what comes before all frames.
    pub async fn begin(video: &Video) -> Self {
        let (bytes, read) = wit_stream::new();
        let end = write_via_stream(read);
        let mut output = Self {
            bytes,
            end,
            is_read: true,
        };
        output.put(video.beginning()).await;
        output
    }

    /// Writes a frame, if somebody still reads.
    pub async fn write(&mut self, video: &Video, frame: Vec<u8>) -> bool {
        self.put(video.before_frame()).await;
        self.put(frame).await;
        self.is_read
    }

    async fn put(&mut self, bytes: Vec<u8>) {
        // Where there are none, nothing of them would be left either.
        if self.is_read && !bytes.is_empty() {
            self.is_read = self.bytes.write_all(bytes).await.is_empty();
        }
    }

    /// Nothing more is written. Who has seen enough closes a pipe, which is no failure.
    pub async fn finish(self) -> Result<()> {
        drop(self.bytes);
        match self.end.await {
            Ok(()) | Err(ErrorCode::Pipe) => Ok(()),
            Err(failure) => bail!("frames cannot be written: {failure:?}"),
        }
    }
}
