package run.radicchio.streaming.video;

/**
 * An encoded picture.
 *
 * @param bytes nobody changes them
 * @param isKey whether it can be decoded without the ones before
 */
@SuppressWarnings("ArrayRecordComponent")
public record Packet(byte[] bytes, boolean isKey) {}
