package run.radicchio.wasi.p3.filesystem;

import org.jspecify.annotations.Nullable;

/** Why an operation on files failed. */
public sealed interface ErrorCode {
  /** Permission is denied. */
  record Access() implements ErrorCode {}

  /** Something of the kind is on its way already. */
  record Already() implements ErrorCode {}

  /** The descriptor is not for this. */
  record BadDescriptor() implements ErrorCode {}

  /** Something else uses it. */
  record Busy() implements ErrorCode {}

  /** It would wait for itself. */
  record Deadlock() implements ErrorCode {}

  /** A quota of storage is used up. */
  record Quota() implements ErrorCode {}

  /** There is one already. */
  record Exist() implements ErrorCode {}

  /** The file would be too large. */
  record FileTooLarge() implements ErrorCode {}

  /** The name cannot be written in the file system's encoding. */
  record IllegalByteSequence() implements ErrorCode {}

  /** It is on its way. */
  record InProgress() implements ErrorCode {}

  /** It was interrupted. */
  record Interrupted() implements ErrorCode {}

  /** An argument makes no sense. */
  record Invalid() implements ErrorCode {}

  /** Reading or writing failed. */
  record Io() implements ErrorCode {}

  /** It is a directory. */
  record IsDirectory() implements ErrorCode {}

  /** Too many symbolic links lead on to others, or one is not to be followed. */
  record Loop() implements ErrorCode {}

  /** There are too many links to it. */
  record TooManyLinks() implements ErrorCode {}

  /** A message is too large. */
  record MessageSize() implements ErrorCode {}

  /** A name or path is too long. */
  record NameTooLong() implements ErrorCode {}

  /** There is no such device. */
  record NoDevice() implements ErrorCode {}

  /** There is no such file or directory. */
  record NoEntry() implements ErrorCode {}

  /** There are no locks left. */
  record NoLock() implements ErrorCode {}

  /** There is no memory for it, nor for one more descriptor. */
  record InsufficientMemory() implements ErrorCode {}

  /** There is no space left. */
  record InsufficientSpace() implements ErrorCode {}

  /** It is no directory. */
  record NotDirectory() implements ErrorCode {}

  /** The directory is not empty. */
  record NotEmpty() implements ErrorCode {}

  /** The state cannot be recovered. */
  record NotRecoverable() implements ErrorCode {}

  /** This is not supported. */
  record Unsupported() implements ErrorCode {}

  /** It is no terminal. */
  record NoTty() implements ErrorCode {}

  /** There is no such device or address. */
  record NoSuchDevice() implements ErrorCode {}

  /** A number is too large for its type. */
  record Overflow() implements ErrorCode {}

  /** This is not permitted: a path that leads out of the directory, above all. */
  record NotPermitted() implements ErrorCode {}

  /** Nobody reads any more. */
  record Pipe() implements ErrorCode {}

  /** This is for reading only. */
  record ReadOnly() implements ErrorCode {}

  /** It has no such position. */
  record InvalidSeek() implements ErrorCode {}

  /** The program is running. */
  record TextFileBusy() implements ErrorCode {}

  /** It would cross to another file system. */
  record CrossDevice() implements ErrorCode {}

  /**
   * Something else.
   *
   * @param description what it is, for people; null where there is nothing to say
   */
  record Other(@Nullable String description) implements ErrorCode {}
}
