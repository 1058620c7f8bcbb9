@NullMarked
package run.radicchio.bench.requests;

import org.jspecify.annotations.NullMarked;
