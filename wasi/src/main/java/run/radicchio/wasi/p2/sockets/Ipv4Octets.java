package run.radicchio.wasi.p2.sockets;

import run.radicchio.component.wit.Tuple;
import run.radicchio.component.wit.Unsigned;

/** The four bytes of an address of IPv4. */
@Tuple
public record Ipv4Octets(
    @Unsigned byte first, @Unsigned byte second, @Unsigned byte third, @Unsigned byte fourth) {}
