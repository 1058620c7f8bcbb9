/**
 * Events as JSON, as scripts and browsers write them. It knows neither where a text comes from nor
 * what becomes of an event.
 */
@NullMarked
package run.radicchio.surface.json;

import org.jspecify.annotations.NullMarked;
