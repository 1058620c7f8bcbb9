//! Filters of video on the GPU, from standard input to standard output.

mod count;
mod format;
mod frames;
mod output;
mod stream;

use std::io::{BufRead, stdin};

use anyhow::{Result, anyhow};
use clap::Parser;
use filters::{GRAPH_HELP, Graph, Space};
use program::Timing;

use crate::count::Count;
use crate::format::Format;
use crate::frames::Frames;
use crate::output::Output;
use crate::stream::Video;

/// Filters video on the GPU: resizes, blurs, finds edges, maps tones, converts colours.
///
/// Reads frames from standard input and writes them to standard output, as YUV4MPEG2, in which ffmpeg
/// gives and takes them:
///
///   ffmpeg -i a.mp4 -f yuv4mpegpipe -strict -1 - | radicchio run video-filter.wasm -f blur=2 | ffmpeg -i - b.mp4
///
/// Samples are those of 4:2:0, 4:2:2 or 4:4:4, of 8 to 16 bits, and stay so.
#[derive(Parser)]
#[command(name = "video-filter", version, verbatim_doc_comment, after_help = GRAPH_HELP)]
struct Options {
    /// What is done with each frame; given several times, one after the other
    #[arg(long, short, value_name = "GRAPH", required = true)]
    filter: Vec<String>,
    /// Frames are pixels alone, without headers: rgb24 or rgba
    #[arg(long, value_name = "FORMAT", requires = "size", value_parser = Format::packed)]
    raw: Option<Format>,
    /// How large such frames are, as in 640x360
    #[arg(long, value_name = "SIZE", requires = "raw", value_parser = size)]
    size: Option<[u32; 2]>,
    /// What luma and chroma in YUV4MPEG2 are: ycbcr601 (if not told otherwise, where there are less than
    /// 720 rows), ycbcr709 (where there are more) or ycbcr2020
    #[arg(long, value_name = "SPACE", value_parser = ycbcr)]
    matrix: Option<Space>,
    /// How many frames the GPU is given before the first is waited for
    #[arg(long, value_name = "NUMBER", default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=16))]
    in_flight: u8,
    #[command(flatten)]
    timing: Timing,
}

fn size(text: &str) -> Result<[u32; 2]> {
    let side = |word: &str| word.parse().ok().filter(|side| *side > 0);
    text.split_once('x')
        .and_then(|(width, height)| Some([side(width)?, side(height)?]))
        .ok_or_else(|| anyhow!("\"{text}\" is no size, such as 640x360"))
}

fn ycbcr(name: &str) -> Result<Space> {
    Space::parse(name)
        .ok()
        .filter(|space| matches!(space, Space::Ycbcr601 | Space::Ycbcr709 | Space::Ycbcr2020))
        .ok_or_else(|| anyhow!("there are ycbcr601, ycbcr709 and ycbcr2020"))
}

program::command!(run);

async fn run(options: Options) -> Result<()> {
    let graph = Graph::parse(&options.filter.join(","))?;
    let mut input = stdin().lock();
    let video = match (options.raw, options.size) {
        (Some(format), Some(size)) => Video::raw(format, size),
        _ => Video::open(&mut input, options.matrix)?,
    };
    let sizes = graph.sizes(video.size)?;
    let filtered = video.resized(sizes[sizes.len() - 1]);
    let gpu = filters::open(&sizes).await?;
    let at_once = options.in_flight.into();
    let mut frames = gpu
        .checked(async || Frames::new(&gpu, &graph, &video, &filtered, at_once))
        .await?;
    let mut stopwatch = options.timing.stopwatch();
    // With reading and writing, which go on beside the GPU's work.
    let done = stopwatch
        .measure(&gpu, async || {
            gpu.checked(async || filter(&mut frames, &video, &filtered, &mut input).await)
                .await
        })
        .await?;
    stopwatch.tell(format_args!("{done} frames"));
    Ok(())
}

/// How many frames have been filtered: all, or those until nobody read more.
async fn filter(
    frames: &mut Frames<'_>,
    video: &Video,
    filtered: &Video,
    input: &mut impl BufRead,
) -> Result<u64> {
    let mut output = Output::begin(filtered).await;
    let mut written = 0;
    let mut frame = vec![0; frames.input_bytes()];
    let mut number = 0;
    let mut count = Count::new();
    // Why no more frames come is said after all that came have been written.
    let end = loop {
        number += 1;
        match video.read(input, &mut frame, number) {
            Ok(true) => frames.submit(&frame)?,
            Ok(false) => break Ok(()),
            Err(failure) => break Err(failure),
        }
        if frames.is_full() && !forward(frames, filtered, &mut output, &mut written).await? {
            break Ok(());
        }
        count.at(written);
    };
    while forward(frames, filtered, &mut output, &mut written).await? {}
    output.finish().await?;
    end.map(|()| written)
}

/// Writes the next frame that the GPU has filtered, if there is one and somebody wants it.
async fn forward(
    frames: &mut Frames<'_>,
    video: &Video,
    output: &mut Output,
    written: &mut u64,
) -> Result<bool> {
    let Some(frame) = frames.next().await? else {
        return Ok(false);
    };
    let is_wanted = output.write(video, frame).await;
    *written += u64::from(is_wanted);
    Ok(is_wanted)
}
