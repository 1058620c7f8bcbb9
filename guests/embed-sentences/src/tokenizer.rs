//! From sentences to the tokens of a BERT model without cases: words, and pieces of words that the
//! vocabulary does not have ("WordPiece").

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// Longer words are unknown.
const MOST_LETTERS: usize = 100;

/// Pieces of words, by what they are called in the model.
pub struct Tokenizer {
    pieces: HashMap<String, u32>,
    unknown: u32,
    begin: u32,
    end: u32,
}

impl Tokenizer {
    /// Of a file that has a piece in each line.
    pub fn read(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        let pieces: HashMap<String, u32> = text.lines().map(str::to_string).zip(0..).collect();
        let special = |piece: &str| {
            pieces.get(piece).copied().with_context(|| {
                format!(
                    "{} has no {piece}: is it a vocabulary of BERT?",
                    path.display()
                )
            })
        };
        let (unknown, begin, end) = (special("[UNK]")?, special("[CLS]")?, special("[SEP]")?);
        Ok(Self {
            pieces,
            unknown,
            begin,
            end,
        })
    }

    /// Fails if the model does not have so many.
    pub fn check(&self, most: u32) -> Result<()> {
        let count = self.pieces.len();
        ensure!(
            count <= most as usize,
            "the vocabulary has {count} pieces, but the model {most}"
        );
        Ok(())
    }

    /// The tokens of a sentence, of which there are so many at most: what is beyond is cut off.
    pub fn tokens(&self, sentence: &str, most: usize) -> Vec<u32> {
        let inner = words(sentence)
            .into_iter()
            .flat_map(|word| self.pieces_of(&word));
        let mut tokens: Vec<u32> = std::iter::once(self.begin)
            .chain(inner)
            .take(most - 1)
            .collect();
        tokens.push(self.end);
        tokens
    }

    /// A word by its longest beginning that is a piece, and the same for what is left.
    fn pieces_of(&self, word: &str) -> Vec<u32> {
        if word.chars().count() > MOST_LETTERS {
            return vec![self.unknown];
        }
        let mut found = Vec::new();
        let mut begin = 0;
        while begin < word.len() {
            let inside = if begin == 0 { "" } else { "##" };
            let ends = word[begin..]
                .char_indices()
                .map(|(at, letter)| begin + at + letter.len_utf8());
            let piece = ends.rev().find_map(|end| {
                let piece = self.pieces.get(&format!("{inside}{}", &word[begin..end]))?;
                Some((*piece, end))
            });
            match piece {
                Some((piece, end)) => {
                    found.push(piece);
                    begin = end;
                }
                None => return vec![self.unknown],
            }
        }
        found
    }
}

/// The words of a sentence, without cases and accents. Marks, and the signs of Chinese, are words by
/// themselves.
fn words(sentence: &str) -> Vec<String> {
    let clean: String = sentence
        .chars()
        .filter(|letter| !is_ignored(*letter))
        .collect();
    let plain = clean
        .nfd()
        .filter(|letter| letter.general_category() != GeneralCategory::NonspacingMark)
        .flat_map(char::to_lowercase);
    let mut words = vec![String::new()];
    for letter in plain {
        let alone = is_chinese(letter) || is_mark(letter);
        if alone || letter.is_whitespace() {
            words.push(String::new());
        }
        if !letter.is_whitespace() {
            words.last_mut().expect("there is one").push(letter);
        }
        if alone {
            words.push(String::new());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// What controls devices, and what says that something could not be read.
fn is_ignored(letter: char) -> bool {
    let other = letter.general_category_group() == GeneralCategoryGroup::Other;
    letter == '\u{fffd}' || (other && !matches!(letter, '\t' | '\n' | '\r'))
}

fn is_mark(letter: char) -> bool {
    letter.is_ascii_punctuation()
        || letter.general_category_group() == GeneralCategoryGroup::Punctuation
}

/// In the blocks of Unicode for the signs that Chinese, Japanese and Korean have in common.
fn is_chinese(letter: char) -> bool {
    matches!(letter,
        '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{2a6df}'
        | '\u{2a700}'..='\u{2ceaf}'
        | '\u{2f800}'..='\u{2fa1f}')
}
