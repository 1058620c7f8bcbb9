//! Returns each value as it came, and so lifts and lowers every type without a host's help.

use exports::radicchio::test::types::{
    Access, Color, DivisionError, FullHouse, Group, Mixed, Shape, Twelve,
};
use exports::radicchio::test::{results::Guest as Results, values::Guest as Values};

wit_bindgen::generate!({ path: "../wit", world: "echo" });

struct Echo;

export!(Echo);

macro_rules! echo {
    ($($name:ident: $type:ty;)*) => {
        $(fn $name(v: $type) -> $type {
            v
        })*
    };
}

impl Values for Echo {
    echo! {
        echo_bool: bool;
        echo_u8: u8;
        echo_s8: i8;
        echo_u16: u16;
        echo_s16: i16;
        echo_u32: u32;
        echo_s32: i32;
        echo_u64: u64;
        echo_s64: i64;
        echo_f32: f32;
        echo_f64: f64;
        echo_char: char;
        echo_string: String;

        echo_color: Color;
        echo_access: Access;
        echo_twelve: Twelve;
        echo_full_house: FullHouse;
        echo_mixed: Mixed;
        echo_shape: Shape;
        echo_group: Group;
        echo_tuple: (u8, u64, String);
        echo_pair: (f32, (bool, Color));

        echo_option_u32: Option<u32>;
        echo_option_string: Option<String>;
        echo_option_option: Option<Option<u64>>;
        echo_option_shape: Option<Shape>;

        echo_bools: Vec<bool>;
        echo_bytes: Vec<u8>;
        echo_shorts: Vec<i16>;
        echo_words: Vec<u32>;
        echo_longs: Vec<u64>;
        echo_floats: Vec<f32>;
        echo_doubles: Vec<f64>;
        echo_chars: Vec<char>;
        echo_strings: Vec<String>;
        echo_nested: Vec<Vec<u16>>;
        echo_options: Vec<Option<String>>;
        echo_tuples: Vec<(u8, String, f64)>;
        echo_mixeds: Vec<Mixed>;
        echo_groups: Vec<Group>;
    }

    fn sum_sixteen(
        a: u8,
        b: i8,
        c: u16,
        d: i16,
        e: u32,
        f: i32,
        g: u64,
        h: i64,
        i: f32,
        j: f64,
        k: u8,
        l: u16,
        m: u32,
        n: u64,
        o: f32,
        p: f64,
    ) -> f64 {
        Self::sum_seventeen(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, 0)
    }

    fn sum_seventeen(
        a: u8,
        b: i8,
        c: u16,
        d: i16,
        e: u32,
        f: i32,
        g: u64,
        h: i64,
        i: f32,
        j: f64,
        k: u8,
        l: u16,
        m: u32,
        n: u64,
        o: f32,
        p: f64,
        q: u8,
    ) -> f64 {
        let small = [a.into(), b.into(), c.into(), d.into(), e.into(), f.into()];
        let large = [g as f64, h as f64, i.into(), j, k.into(), l.into()];
        let rest = [m.into(), n as f64, o.into(), p, q.into()];
        small.iter().chain(&large).chain(&rest).sum()
    }

    fn divide(a: u32, b: u32) -> Result<u32, DivisionError> {
        match a.checked_rem(b) {
            None => Err(DivisionError::ByZero),
            Some(0) => Ok(a / b),
            Some(remainder) => Err(DivisionError::Inexact(remainder)),
        }
    }

    fn check(text: String) -> Result<String, String> {
        if text.starts_with('!') {
            Err(text)
        } else {
            Ok(text)
        }
    }

    fn accept(c: Color, ok: bool) -> Result<(), Color> {
        if ok { Ok(()) } else { Err(c) }
    }

    fn find(name: String) -> Result<Group, ()> {
        if name.is_empty() {
            return Err(());
        }
        Ok(Group {
            name,
            members: Vec::new(),
            leader: None,
            shapes: vec![Shape::Empty],
            colors: vec![Color::Blue],
            access: Access::READ,
        })
    }

    fn confirm(ok: bool) -> Result<(), ()> {
        if ok { Ok(()) } else { Err(()) }
    }

    fn nothing() {}
}

impl Results for Echo {
    echo! {
        echo_result: Result<u32, String>;
        echo_unlike: Result<f32, i64>;
        echo_empty: Result<(), ()>;
        echo_ok_only: Result<Mixed, ()>;
        echo_error_only: Result<(), Color>;
        echo_deep: Option<Result<Option<String>, Vec<Color>>>;
        echo_results: Vec<Result<String, u8>>;
    }
}
