//! Frames in a stream of bytes.

use std::io::{BufRead, Read};

use anyhow::{Context, Result, anyhow, bail, ensure};
use filters::Space;

use crate::format::{Format, Planar, Sharing};

const SIGNATURE: &str = "YUV4MPEG2";
const FRAME: &str = "FRAME";

/// No header is longer; what is, is something else.
const LONGEST_HEADER: u64 = 4096;

/// The frames of a size that a stream has.
#[derive(Clone)]
pub struct Video {
    pub size: [u32; 2],
    pub format: Format,
    /// What the stream says of itself, word by word, where it does
    header: Option<Vec<String>>,
}

impl Video {
    /// Of frames alone.
    pub fn raw(format: Format, size: [u32; 2]) -> Self {
        Self {
            size,
            format,
            header: None,
        }
    }

    /// Of a stream in YUV4MPEG2, after whose header it reads.
    pub fn open(input: &mut impl BufRead, space: Option<Space>) -> Result<Self> {
        let header = line(input)?.ok_or_else(|| anyhow!("the input is empty"))?;
        let words: Vec<String> = header.split(' ').map(str::to_string).collect();
        ensure!(
            words[0] == SIGNATURE,
            "the input is no {SIGNATURE}: it comes of \"ffmpeg -i FILE -f yuv4mpegpipe -\", or is told by --raw"
        );
        let word = |begin: &str| words[1..].iter().find_map(|word| word.strip_prefix(begin));
        let side = |begin| {
            word(begin)
                .and_then(|side| side.parse().ok())
                .filter(|side| *side > 0)
                .ok_or_else(|| anyhow!("the input's header says no size: {header}"))
        };
        let size = [side("W")?, side("H")?];
        if let Some(order) = word("I").filter(|order| !["p", "?"].contains(order)) {
            bail!(
                "the input is interlaced (I{order}): deinterlace it first, as by ffmpeg's -vf bwdif"
            );
        }
        let (sharing, bits) = Sharing::parse(word("C").unwrap_or("420"))?;
        let full_range = word("XCOLORRANGE=") == Some("FULL");
        let space = space.unwrap_or(if size[1] < 720 {
            Space::Ycbcr601
        } else {
            Space::Ycbcr709
        });
        let format = Format::Planar(Planar {
            sharing,
            bits,
            full_range,
            space,
        });
        Ok(Self {
            size,
            format,
            header: Some(words),
        })
    }

    /// The same with frames of another size.
    pub fn resized(&self, size: [u32; 2]) -> Self {
        let replaced = |word: &String| match word.chars().next() {
            Some('W') => format!("W{}", size[0]),
            Some('H') => format!("H{}", size[1]),
            _ => word.clone(),
        };
        let header = self.header.as_ref().map(|words| {
            words[..1]
                .iter()
                .cloned()
                .chain(words[1..].iter().map(replaced))
                .collect()
        });
        Self {
            size,
            header,
            ..*self
        }
    }

    pub fn frame_bytes(&self) -> u64 {
        self.format.bytes(self.size)
    }

    /// Reads the next frame to the beginning of what is long enough for one; or there is none.
    pub fn read(&self, input: &mut impl BufRead, frame: &mut [u8], number: u64) -> Result<bool> {
        let at = || format!("frame {number}");
        if self.header.is_some() {
            match line(input).with_context(at)? {
                None => return Ok(false),
                Some(line) => ensure!(
                    line == FRAME || line.starts_with("FRAME "),
                    "frame {number} of the input does not begin with {FRAME}"
                ),
            }
        }
        let wanted = self.frame_bytes() as usize;
        let mut have = 0;
        while have < wanted {
            match input.read(&mut frame[have..wanted]).with_context(at)? {
                0 => break,
                more => have += more,
            }
        }
        if have == 0 && self.header.is_none() {
            return Ok(false);
        }
        ensure!(
            have == wanted,
            "the input ends within frame {number}: it has {have} of {wanted} bytes"
        );
        Ok(true)
    }

    /// What comes before all frames.
    pub fn beginning(&self) -> Vec<u8> {
        self.header
            .iter()
            .flat_map(|words| (words.join(" ") + "\n").into_bytes())
            .collect()
    }

    /// What comes before each.
    pub fn before_frame(&self) -> Vec<u8> {
        self.header
            .iter()
            .flat_map(|_| format!("{FRAME}\n").into_bytes())
            .collect()
    }
}

/// A line without its end; or the stream has ended.
fn line(input: &mut impl BufRead) -> Result<Option<String>> {
    let mut bytes = Vec::new();
    input
        .take(LONGEST_HEADER)
        .read_until(b'\n', &mut bytes)
        .context("the input cannot be read")?;
    match bytes.pop() {
        None => Ok(None),
        Some(b'\n') => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Some(_) if bytes.len() as u64 + 1 < LONGEST_HEADER => {
            bail!("the input ends within a header")
        }
        Some(_) => bail!("a header of the input is longer than {LONGEST_HEADER} bytes"),
    }
}
