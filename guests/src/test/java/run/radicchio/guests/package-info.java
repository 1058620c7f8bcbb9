/**
 * Checks the guests' committed components. It knows what {@code guests/build} writes, and nothing
 * of what runs the guests.
 */
package run.radicchio.guests;
