package run.radicchio.wasi.http;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitName;

/** Why a request, or the answer to one, failed. */
public sealed interface ErrorCode {
  /** A name was not resolved in time. */
  @WitName("DNS-timeout")
  record DnsTimeout() implements ErrorCode {}

  /** A name could not be resolved. */
  @WitName("DNS-error")
  record DnsError(DnsErrorPayload payload) implements ErrorCode {}

  /** Nobody knows where the request should go. */
  record DestinationNotFound() implements ErrorCode {}

  /** Where the request should go is out of service. */
  record DestinationUnavailable() implements ErrorCode {}

  /** The address is not one to which requests may go. */
  @WitName("destination-IP-prohibited")
  record DestinationIpProhibited() implements ErrorCode {}

  /** No way leads to the address. */
  @WitName("destination-IP-unroutable")
  record DestinationIpUnroutable() implements ErrorCode {}

  /** The other side refuses connections. */
  record ConnectionRefused() implements ErrorCode {}

  /** The connection ended before the answer did. */
  record ConnectionTerminated() implements ErrorCode {}

  /** There was no connection in time. */
  record ConnectionTimeout() implements ErrorCode {}

  /** Nothing was received in time. */
  record ConnectionReadTimeout() implements ErrorCode {}

  /** Nothing could be sent in time. */
  record ConnectionWriteTimeout() implements ErrorCode {}

  /** There are too many connections. */
  record ConnectionLimitReached() implements ErrorCode {}

  /** The two sides could not agree on how to encrypt. */
  @WitName("TLS-protocol-error")
  record TlsProtocolError() implements ErrorCode {}

  /** The other side could not show who it is. */
  @WitName("TLS-certificate-error")
  record TlsCertificateError() implements ErrorCode {}

  /** The other side ended the encrypted connection with an alert. */
  @WitName("TLS-alert-received")
  record TlsAlertReceived(TlsAlertReceivedPayload payload) implements ErrorCode {}

  /** The host does not allow this request. */
  @WitName("HTTP-request-denied")
  record HttpRequestDenied() implements ErrorCode {}

  /** The request must say how long its body is. */
  @WitName("HTTP-request-length-required")
  record HttpRequestLengthRequired() implements ErrorCode {}

  /** The body of the request is of a wrong size, in bytes. */
  @WitName("HTTP-request-body-size")
  record HttpRequestBodySize(@Nullable @Unsigned Long size) implements ErrorCode {}

  /** The method is none. */
  @WitName("HTTP-request-method-invalid")
  record HttpRequestMethodInvalid() implements ErrorCode {}

  /** The URI is none. */
  @WitName("HTTP-request-URI-invalid")
  record HttpRequestUriInvalid() implements ErrorCode {}

  /** The URI is too long. */
  @WitName("HTTP-request-URI-too-long")
  record HttpRequestUriTooLong() implements ErrorCode {}

  /** The headers of the request are too large, in bytes. */
  @WitName("HTTP-request-header-section-size")
  record HttpRequestHeaderSectionSize(@Nullable @Unsigned Integer size) implements ErrorCode {}

  /** A header of the request is too large. */
  @WitName("HTTP-request-header-size")
  record HttpRequestHeaderSize(@Nullable FieldSizePayload field) implements ErrorCode {}

  /** The trailers of the request are too large, in bytes. */
  @WitName("HTTP-request-trailer-section-size")
  record HttpRequestTrailerSectionSize(@Nullable @Unsigned Integer size) implements ErrorCode {}

  /** A trailer of the request is too large. */
  @WitName("HTTP-request-trailer-size")
  record HttpRequestTrailerSize(FieldSizePayload field) implements ErrorCode {}

  /** The answer ended too early. */
  @WitName("HTTP-response-incomplete")
  record HttpResponseIncomplete() implements ErrorCode {}

  /** The headers of the answer are too large, in bytes. */
  @WitName("HTTP-response-header-section-size")
  record HttpResponseHeaderSectionSize(@Nullable @Unsigned Integer size) implements ErrorCode {}

  /** A header of the answer is too large. */
  @WitName("HTTP-response-header-size")
  record HttpResponseHeaderSize(FieldSizePayload field) implements ErrorCode {}

  /** The body of the answer is of a wrong size, in bytes. */
  @WitName("HTTP-response-body-size")
  record HttpResponseBodySize(@Nullable @Unsigned Long size) implements ErrorCode {}

  /** The trailers of the answer are too large, in bytes. */
  @WitName("HTTP-response-trailer-section-size")
  record HttpResponseTrailerSectionSize(@Nullable @Unsigned Integer size) implements ErrorCode {}

  /** A trailer of the answer is too large. */
  @WitName("HTTP-response-trailer-size")
  record HttpResponseTrailerSize(FieldSizePayload field) implements ErrorCode {}

  /** The answer comes in a form that cannot be read. */
  @WitName("HTTP-response-transfer-coding")
  record HttpResponseTransferCoding(@Nullable String coding) implements ErrorCode {}

  /** The content of the answer is in a form that cannot be read. */
  @WitName("HTTP-response-content-coding")
  record HttpResponseContentCoding(@Nullable String coding) implements ErrorCode {}

  /** There was no answer in time. */
  @WitName("HTTP-response-timeout")
  record HttpResponseTimeout() implements ErrorCode {}

  /** The two sides could not change to another protocol. */
  @WitName("HTTP-upgrade-failed")
  record HttpUpgradeFailed() implements ErrorCode {}

  /** The other side does not keep to HTTP. */
  @WitName("HTTP-protocol-error")
  record HttpProtocolError() implements ErrorCode {}

  /** The request has come in a circle. */
  record LoopDetected() implements ErrorCode {}

  /** Something is configured wrongly. */
  record ConfigurationError() implements ErrorCode {}

  /** Something else; what it is for people, where there is something to say. */
  @WitName("internal-error")
  record Internal(@Nullable String description) implements ErrorCode {}

  /**
   * What the system of names said.
   *
   * @param rcode its word for what went wrong, such as {@code NXDOMAIN}; null if there is none
   * @param infoCode its number for more about that; null if there is none
   */
  @WitName("DNS-error-payload")
  record DnsErrorPayload(@Nullable String rcode, @Nullable @Unsigned Short infoCode) {}

  /**
   * An alert of TLS.
   *
   * @param alertId its number; null if nobody knows
   * @param alertMessage its words; null if there are none
   */
  @WitName("TLS-alert-received-payload")
  record TlsAlertReceivedPayload(@Nullable @Unsigned Byte alertId, @Nullable String alertMessage) {}

  /**
   * A field that is too large.
   *
   * @param fieldName which; null if nobody knows
   * @param fieldSize in bytes; null if nobody knows
   */
  record FieldSizePayload(@Nullable String fieldName, @Nullable @Unsigned Integer fieldSize) {}
}
