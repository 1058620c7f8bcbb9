package run.radicchio.component.type;

import java.util.Locale;

/** The types that have no parts. */
public enum PrimitiveType implements ValType {
  BOOL,
  S8,
  U8,
  S16,
  U16,
  S32,
  U32,
  S64,
  U64,
  F32,
  F64,
  CHAR,
  STRING,
  ERROR_CONTEXT;

  /** The type as WIT writes it, such as {@code u32} or {@code error-context}. */
  public String witName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
