//! Sentences as vectors that are near each other where the sentences mean the same: a transformer on
//! the GPU.

mod embeddings;
mod encoder;
mod model;
mod tokenizer;

use std::io::{IsTerminal, stdin};
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use clap::Parser;
use network::{Kernels, Tensors};
use program::{Gpu, Limit, Progress, Timing};

use crate::embeddings::Embeddings;
use crate::encoder::Encoder;
use crate::model::{Configuration, Model};
use crate::tokenizer::Tokenizer;

/// Embeds sentences by a model of the kind of all-MiniLM-L6-v2, on the GPU: each becomes a vector of
/// length 1, and the more two sentences mean the same, the greater is the product of theirs.
///
/// Prints for each sentence how similar it is to the one that is most like it, and which that is.
#[derive(Parser)]
#[command(name = "embed-sentences", version)]
struct Options {
    /// Folder of the model: model.safetensors, config.json, sentence_bert_config.json and vocab.txt
    #[arg(long, value_name = "FOLDER")]
    model: PathBuf,
    /// Writes the vectors to this file: safetensors with a row for each sentence, or CSV with a line
    /// for each if its name ends in .csv
    #[arg(long, value_name = "FILE")]
    embeddings: Option<PathBuf>,
    /// Writes a picture of how similar each is to each to this file, as PNG
    #[arg(long, value_name = "FILE")]
    picture: Option<PathBuf>,
    /// How many tokens the GPU is given at once, at most, if one sentence has not more
    #[arg(long, default_value_t = 4096, value_parser = clap::value_parser!(u32).range(1..=32768))]
    batch: u32,
    #[command(flatten)]
    timing: Timing,
    /// The sentences; without any, each line of standard input is one
    #[arg(value_name = "SENTENCE")]
    sentences: Vec<String>,
}

program::command!(run);

async fn run(options: Options) -> Result<()> {
    let folder = &options.model;
    let configuration = Configuration::read(&folder.join("config.json"))?;
    let longest =
        Configuration::read(&folder.join("sentence_bert_config.json"))?.count("max_seq_length")?;
    let tokenizer = Tokenizer::read(&folder.join("vocab.txt"))?;
    let tensors = Tensors::read(&folder.join("model.safetensors"))?;
    let sentences = sentences(&options)?;

    let widest = configuration
        .count("intermediate_size")?
        .max(3 * configuration.count("hidden_size")?);
    let rows = u64::from(options.batch.max(longest));
    let size = tensors
        .most_bytes()
        .max(rows * u64::from(widest) * size_of::<f32>() as u64);
    let gpu = Gpu::open(&[
        (Limit::BufferSize, size),
        (Limit::StorageBufferBindingSize, size),
    ])
    .await?;
    let embeddings = gpu
        .checked(async || {
            let model = Model::read(&gpu, &tensors, &configuration)?;
            drop(tensors);
            tokenizer.check(model.words.rows)?;
            ensure!(
                (2..=model.places.rows).contains(&longest),
                "max_seq_length is {longest}, but the model has places for 2 to {} tokens",
                model.places.rows
            );
            let tokens: Vec<Vec<u32>> = sentences
                .iter()
                .map(|sentence| tokenizer.tokens(sentence, longest as usize))
                .collect();
            embed(&gpu, &model, &tokens, &options).await
        })
        .await?;

    embeddings.tell(&sentences);
    if let Some(path) = &options.embeddings {
        embeddings.write(path)?;
    }
    match &options.picture {
        Some(path) => embeddings.draw(path),
        None => Ok(()),
    }
}

fn sentences(options: &Options) -> Result<Vec<String>> {
    let sentences = if options.sentences.is_empty() {
        if stdin().is_terminal() {
            eprintln!("a sentence in each line, and Control-D after the last:");
        }
        stdin()
            .lines()
            .collect::<Result<_, _>>()
            .context("standard input cannot be read as text")?
    } else {
        options.sentences.clone()
    };
    ensure!(!sentences.is_empty(), "there are no sentences");
    Ok(sentences)
}

async fn embed(
    gpu: &Gpu,
    model: &Model,
    sentences: &[Vec<u32>],
    options: &Options,
) -> Result<Embeddings> {
    let kernels = Kernels::new(gpu);
    let encoder = Encoder::new(&kernels, model);
    let mut numbers = Vec::new();
    let mut progress = Progress::of("sentence", sentences.len() as u64);
    let mut stopwatch = options.timing.stopwatch();
    let mut rest = sentences;
    while !rest.is_empty() {
        let (some, others) = rest.split_at(fitting(rest, options.batch as usize));
        let batch = encoder.batch(some)?;
        stopwatch.measure(gpu, async || encoder.run(&batch)).await?;
        numbers.extend(encoder.read(&batch).await?);
        rest = others;
        progress.at((sentences.len() - rest.len()) as u64);
    }
    drop(progress);
    let tokens: usize = sentences.iter().map(Vec::len).sum();
    stopwatch.tell(format_args!(
        "{} sentences of {tokens} tokens",
        sentences.len()
    ));
    Ok(Embeddings {
        width: model.width() as usize,
        numbers,
    })
}

/// How many sentences have so many tokens together, but one at least.
fn fitting(sentences: &[Vec<u32>], most: usize) -> usize {
    let mut total = 0;
    let fit = |tokens: &&Vec<u32>| {
        total += tokens.len();
        total <= most
    };
    sentences.iter().take_while(fit).count().max(1)
}
