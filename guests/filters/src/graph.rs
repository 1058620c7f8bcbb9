//! Graphs of filters, and how they are written.

use std::collections::HashMap;

use anyhow::{Context, Result, anyhow, bail, ensure};

use crate::filter::Filter;

const INPUT: &str = "in";

/// Filters in an order in which each has its inputs before it.
#[derive(Clone, Debug)]
pub struct Graph {
    pub(crate) nodes: Vec<Node>,
}

#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// As it was written.
    text: String,
    pub filter: Filter,
    pub inputs: Vec<Source>,
}

/// Where an image comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    Input,
    Node(usize),
}

impl Source {
    /// Where it is after the input, which is the first.
    pub fn place(self) -> usize {
        match self {
            Source::Input => 0,
            Source::Node(node) => node + 1,
        }
    }
}

impl Graph {
    /// Of a text, as `graph.txt` says.
    pub fn parse(text: &str) -> Result<Self> {
        let mut graph = Self { nodes: Vec::new() };
        let mut names = HashMap::from([(INPUT, Source::Input)]);
        for (number, chain) in text.split(';').enumerate() {
            // The first chain need not say that it begins with the input.
            let mut before = (number == 0).then_some(Source::Input);
            for part in chain.split(',') {
                before = Some(graph.add(part.trim(), before, &mut names)?);
            }
        }
        Ok(graph)
    }

    /// Adds a filter with the names around it.
    fn add<'a>(
        &mut self,
        part: &'a str,
        before: Option<Source>,
        names: &mut HashMap<&'a str, Source>,
    ) -> Result<Source> {
        let (inputs, rest) = labels(part)?;
        let (filter, outputs) = rest.split_at(rest.find('[').unwrap_or(rest.len()));
        ensure!(
            !filter.trim().is_empty(),
            "the graph lacks a filter at \"{part}\""
        );
        let text = filter.trim().to_string();
        let filter = Filter::parse(&text)?;
        let mut inputs = inputs
            .into_iter()
            .map(|name| {
                names
                    .get(name)
                    .copied()
                    .ok_or_else(|| anyhow!("nothing before \"{part}\" is named [{name}]"))
            })
            .collect::<Result<Vec<Source>>>()?;
        if inputs.is_empty() {
            inputs.extend(before);
        }
        ensure!(
            inputs.len() == filter.inputs(),
            "\"{part}\" works on {} images and is given {}: name them before it, as in [in]",
            filter.inputs(),
            inputs.len()
        );
        let source = Source::Node(self.nodes.len());
        self.nodes.push(Node {
            text,
            filter,
            inputs,
        });
        match labels(outputs)? {
            (outputs, "") => {
                for name in outputs {
                    ensure!(
                        names.insert(name, source).is_none(),
                        "[{name}] is the name of two images"
                    );
                }
            }
            (_, rest) => bail!("\"{rest}\" is not understood in \"{part}\""),
        }
        Ok(source)
    }

    /// How large an image is, and then those that the filters make of it.
    pub fn sizes(&self, input: [u32; 2]) -> Result<Vec<[u32; 2]>> {
        let mut sizes = vec![input];
        for node in &self.nodes {
            let inputs: Vec<[u32; 2]> = node
                .inputs
                .iter()
                .map(|source| sizes[source.place()])
                .collect();
            sizes.push(
                node.filter
                    .size(&inputs)
                    .with_context(|| format!("filter \"{}\"", node.text))?,
            );
        }
        Ok(sizes)
    }
}

/// The names in brackets that a text begins with, and the rest of it.
fn labels(text: &str) -> Result<(Vec<&str>, &str)> {
    let (mut names, mut rest) = (Vec::new(), text.trim());
    while let Some(open) = rest.strip_prefix('[') {
        let (name, after) = open
            .split_once(']')
            .ok_or_else(|| anyhow!("a bracket is not closed in \"{text}\""))?;
        names.push(name);
        rest = after.trim_start();
    }
    Ok((names, rest))
}
