//! `record-option-gpu-size64` and `record-gpu-pipeline-constant-value`, which are WebIDL's
//! `record<DOMString, ...>`: ordered maps from names to values.

use harness::*;

/// The cases of a record; `$value` and `$other` are two values that differ.
macro_rules! record {
    ($suite:expr, $resource:literal, $record:ident, $value:expr, $other:expr) => {{
        let suite: &mut Suite = $suite;
        let case = |function: &str, what: &str| format!("{}.{function}: {what}", $resource);
        let of_two = || {
            let record = $record::new();
            record.add("b", $value);
            record.add("a", $other);
            record
        };
        let names = |record: &$record| record.keys().join(" ");

        suite
            .right(&case("constructor", "makes an empty record"), async |_| {
                equal($record::new().entries(), vec![])
            })
            .await;
        suite
            .wrong(
                &case("constructor", "makes records that share nothing"),
                async |_| {
                    of_two();
                    equal($record::new().has("a"), false)
                },
            )
            .await;
        suite
            .right(&case("add", "adds what get gives"), async |_| {
                let record = of_two();
                equal(record.get("b"), Some($value))?;
                equal(record.get("a"), Some($other))
            })
            .await;
        suite
            .right(&case("add", "takes any name"), async |_| {
                let record = $record::new();
                for name in ["", " ", "chicory 🌿", "\0"] {
                    record.add(name, $value);
                    equal(record.get(name), Some($value))?;
                }
                equal(record.keys().len(), 4)
            })
            .await;
        suite
            .wrong(
                &case("add", "of a name that is there replaces its value in place"),
                async |_| {
                    let record = of_two();
                    record.add("b", $other);
                    equal(record.get("b"), Some($other))?;
                    equal(names(&record).as_str(), "b a")
                },
            )
            .await;
        suite
            .right(&case("get", "gives the value of a name"), async |_| {
                equal(of_two().get("a"), Some($other))
            })
            .await;
        suite
            .wrong(
                &case("get", "of a name that is not there is none"),
                async |_| equal(of_two().get("A"), None),
            )
            .await;
        suite
            .right(
                &case("has", "is true of a name that is there"),
                async |_| equal(of_two().has("b"), true),
            )
            .await;
        suite
            .wrong(
                &case("has", "is false of a name that is not there"),
                async |_| {
                    let record = of_two();
                    equal(record.has("c"), false)?;
                    record.remove("b");
                    equal(record.has("b"), false)
                },
            )
            .await;
        suite
            .right(
                &case("remove", "removes a name and its value"),
                async |_| {
                    let record = of_two();
                    record.remove("b");
                    equal(record.get("b"), None)?;
                    equal(record.entries(), vec![("a".to_string(), $other)])
                },
            )
            .await;
        suite
            .wrong(
                &case("remove", "of a name that is not there does nothing"),
                async |_| {
                    let record = of_two();
                    record.remove("c");
                    equal(names(&record).as_str(), "b a")
                },
            )
            .await;
        suite
            .right(
                &case("keys", "are in the order in which they were added"),
                async |_| equal(names(&of_two()).as_str(), "b a"),
            )
            .await;
        suite
            .wrong(
                &case(
                    "keys",
                    "are without what was removed, which is added last again",
                ),
                async |_| {
                    let record = of_two();
                    record.remove("b");
                    equal(names(&record).as_str(), "a")?;
                    record.add("b", $value);
                    equal(names(&record).as_str(), "a b")
                },
            )
            .await;
        suite
            .right(&case("values", "are in the order of keys"), async |_| {
                equal(of_two().values(), vec![$value, $other])
            })
            .await;
        suite
            .wrong(&case("values", "of an empty record are none"), async |_| {
                equal($record::new().values(), vec![])
            })
            .await;
        suite
            .right(&case("entries", "are keys with their values"), async |_| {
                let expected = vec![("b".to_string(), $value), ("a".to_string(), $other)];
                equal(of_two().entries(), expected)
            })
            .await;
        suite
            .wrong(
                &case("entries", "are without what was removed"),
                async |_| {
                    let record = of_two();
                    record.remove("a");
                    record.remove("b");
                    equal(record.entries(), vec![])
                },
            )
            .await;
    }};
}

pub async fn run(suite: &mut Suite) {
    record!(
        suite,
        "record-option-gpu-size64",
        RecordOptionGpuSize64,
        Some(u64::MAX),
        None
    );
    record!(
        suite,
        "record-gpu-pipeline-constant-value",
        RecordGpuPipelineConstantValue,
        0.1,
        -f64::MAX
    );
}
