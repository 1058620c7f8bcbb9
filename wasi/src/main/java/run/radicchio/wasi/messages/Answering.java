package run.radicchio.wasi.messages;

import java.io.IOException;
import run.radicchio.wasi.http.Exchange;
import run.radicchio.wasi.http.HttpFailure;
import run.radicchio.wasi.http.ResponseHead;

/** Giving answers to a server. */
final class Answering {
  private Answering() {}

  /** Begins an answer; its content goes on by itself. */
  static void begin(Exchange exchange, ResponseHead head, OutgoingContent content) {
    try {
      content.open(exchange.answer(head, content.length().orElse(null)));
    } catch (IOException failure) {
      content.abort(HttpFailure.reason(failure));
    }
  }
}
