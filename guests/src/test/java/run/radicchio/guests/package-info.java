/**
 * Checks the guests' committed components, and the WIT that they are built from. It knows what
 * {@code guests/build} writes, and nothing of what runs the guests.
 */
package run.radicchio.guests;
