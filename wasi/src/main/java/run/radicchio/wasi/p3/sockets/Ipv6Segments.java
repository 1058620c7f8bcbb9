package run.radicchio.wasi.p3.sockets;

import run.radicchio.component.wit.Tuple;
import run.radicchio.component.wit.Unsigned;

/** The eight numbers of an address of IPv6. */
@Tuple
public record Ipv6Segments(
    @Unsigned short first,
    @Unsigned short second,
    @Unsigned short third,
    @Unsigned short fourth,
    @Unsigned short fifth,
    @Unsigned short sixth,
    @Unsigned short seventh,
    @Unsigned short eighth) {}
