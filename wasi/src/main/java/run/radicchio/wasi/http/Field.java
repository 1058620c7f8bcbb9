package run.radicchio.wasi.http;

/**
 * One header or trailer.
 *
 * @param value a character for each of its bytes (ISO 8859-1)
 */
public record Field(String name, String value) {}
