package run.radicchio.wasi.http;

import java.util.List;

/**
 * An answer without its body.
 *
 * @param status such as 200
 */
public record ResponseHead(int status, List<Field> headers) {}
