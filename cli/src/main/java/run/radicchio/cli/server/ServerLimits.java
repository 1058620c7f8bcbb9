package run.radicchio.cli.server;

import java.time.Duration;
import run.radicchio.component.StoreOptions;

/**
 * What requests may take.
 *
 * @param connections how many clients may be connected at one time; others wait until one has left
 * @param requests how many there may be at one time; others are answered with 503
 * @param requestsAnInstance how many requests an instance answers, one after the other
 * @param body how long the body of one may be, in bytes; a longer one is answered with 413
 * @param time how long answering one may take; after that it is answered with 504
 * @param grace how long those that are there may still take when the server is to stop
 * @param store what an instance may use, but for time
 */
public record ServerLimits(
    int connections,
    int requests,
    int requestsAnInstance,
    long body,
    Duration time,
    Duration grace,
    StoreOptions store) {}
