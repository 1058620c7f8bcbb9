/** HTTP, of WASI 0.2 and 0.3 alike: requests that guests make, and those that they answer. */
@NullMarked
package run.radicchio.wasi.http;

import org.jspecify.annotations.NullMarked;
