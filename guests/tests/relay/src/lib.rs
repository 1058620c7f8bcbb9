//! Forwards each call to the host: a value goes host to guest to host, and all the way back.

use exports::radicchio::test::values::Guest;
use radicchio::test::types::{
    Access, Color, DivisionError, FullHouse, Group, Mixed, Shape, Twelve,
};
use radicchio::test::values;

wit_bindgen::generate!({ path: "../wit", world: "relay", generate_all });

struct Relay;

export!(Relay);

macro_rules! forward {
    ($($name:ident($($v:ident: $type:ty),*) -> $result:ty;)*) => {
        $(fn $name($($v: $type),*) -> $result {
            values::$name($($v),*)
        })*
    };
}

/// As `forward`, of functions whose import borrows what the export is given.
macro_rules! lend {
    ($($name:ident($v:ident: $type:ty) -> $result:ty;)*) => {
        $(fn $name($v: $type) -> $result {
            values::$name(&$v)
        })*
    };
}

impl Guest for Relay {
    forward! {
        echo_bool(v: bool) -> bool;
        echo_u8(v: u8) -> u8;
        echo_s8(v: i8) -> i8;
        echo_u16(v: u16) -> u16;
        echo_s16(v: i16) -> i16;
        echo_u32(v: u32) -> u32;
        echo_s32(v: i32) -> i32;
        echo_u64(v: u64) -> u64;
        echo_s64(v: i64) -> i64;
        echo_f32(v: f32) -> f32;
        echo_f64(v: f64) -> f64;
        echo_char(v: char) -> char;

        echo_color(v: Color) -> Color;
        echo_access(v: Access) -> Access;
        echo_twelve(v: Twelve) -> Twelve;
        echo_full_house(v: FullHouse) -> FullHouse;
        echo_pair(v: (f32, (bool, Color))) -> (f32, (bool, Color));
        echo_option_u32(v: Option<u32>) -> Option<u32>;
        echo_option_option(v: Option<Option<u64>>) -> Option<Option<u64>>;

        sum_sixteen(
            a: u8, b: i8, c: u16, d: i16, e: u32, f: i32, g: u64, h: i64,
            i: f32, j: f64, k: u8, l: u16, m: u32, n: u64, o: f32, p: f64
        ) -> f64;
        sum_seventeen(
            a: u8, b: i8, c: u16, d: i16, e: u32, f: i32, g: u64, h: i64,
            i: f32, j: f64, k: u8, l: u16, m: u32, n: u64, o: f32, p: f64, q: u8
        ) -> f64;
        divide(a: u32, b: u32) -> Result<u32, DivisionError>;
        accept(c: Color, ok: bool) -> Result<(), Color>;
        confirm(ok: bool) -> Result<(), ()>;
        nothing() -> ();
    }

    lend! {
        echo_string(v: String) -> String;
        echo_mixed(v: Mixed) -> Mixed;
        echo_shape(v: Shape) -> Shape;
        echo_group(v: Group) -> Group;

        echo_bools(v: Vec<bool>) -> Vec<bool>;
        echo_bytes(v: Vec<u8>) -> Vec<u8>;
        echo_shorts(v: Vec<i16>) -> Vec<i16>;
        echo_words(v: Vec<u32>) -> Vec<u32>;
        echo_longs(v: Vec<u64>) -> Vec<u64>;
        echo_floats(v: Vec<f32>) -> Vec<f32>;
        echo_doubles(v: Vec<f64>) -> Vec<f64>;
        echo_chars(v: Vec<char>) -> Vec<char>;
        echo_strings(v: Vec<String>) -> Vec<String>;
        echo_nested(v: Vec<Vec<u16>>) -> Vec<Vec<u16>>;
        echo_options(v: Vec<Option<String>>) -> Vec<Option<String>>;
        echo_tuples(v: Vec<(u8, String, f64)>) -> Vec<(u8, String, f64)>;
        echo_mixeds(v: Vec<Mixed>) -> Vec<Mixed>;
        echo_groups(v: Vec<Group>) -> Vec<Group>;

        check(text: String) -> Result<String, String>;
        find(name: String) -> Result<Group, ()>;
    }

    fn echo_tuple((a, b, c): (u8, u64, String)) -> (u8, u64, String) {
        values::echo_tuple((a, b, &c))
    }

    fn echo_option_string(v: Option<String>) -> Option<String> {
        values::echo_option_string(v.as_deref())
    }

    fn echo_option_shape(v: Option<Shape>) -> Option<Shape> {
        values::echo_option_shape(v.as_ref())
    }
}
