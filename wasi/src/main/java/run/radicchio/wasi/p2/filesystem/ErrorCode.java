package run.radicchio.wasi.p2.filesystem;

/** Why an operation on files failed. */
public enum ErrorCode {
  /** Permission is denied. */
  ACCESS,
  /** It would have to be waited for. */
  WOULD_BLOCK,
  /** Something of the kind is on its way already. */
  ALREADY,
  /** The descriptor is not for this. */
  BAD_DESCRIPTOR,
  /** Something else uses it. */
  BUSY,
  /** It would wait for itself. */
  DEADLOCK,
  /** A quota of storage is used up. */
  QUOTA,
  /** There is one already. */
  EXIST,
  /** The file would be too large. */
  FILE_TOO_LARGE,
  /** The name cannot be written in the file system's encoding. */
  ILLEGAL_BYTE_SEQUENCE,
  /** It is on its way. */
  IN_PROGRESS,
  /** It was interrupted. */
  INTERRUPTED,
  /** An argument makes no sense. */
  INVALID,
  /** Reading or writing failed. */
  IO,
  /** It is a directory. */
  IS_DIRECTORY,
  /** Too many symbolic links lead on to others, or one is not to be followed. */
  LOOP,
  /** There are too many links to it. */
  TOO_MANY_LINKS,
  /** A message is too large. */
  MESSAGE_SIZE,
  /** A name or path is too long. */
  NAME_TOO_LONG,
  /** There is no such device. */
  NO_DEVICE,
  /** There is no such file or directory. */
  NO_ENTRY,
  /** There are no locks left. */
  NO_LOCK,
  /** There is no memory for it, nor for one more descriptor. */
  INSUFFICIENT_MEMORY,
  /** There is no space left. */
  INSUFFICIENT_SPACE,
  /** It is no directory. */
  NOT_DIRECTORY,
  /** The directory is not empty. */
  NOT_EMPTY,
  /** The state cannot be recovered. */
  NOT_RECOVERABLE,
  /** This is not supported. */
  UNSUPPORTED,
  /** It is no terminal. */
  NO_TTY,
  /** There is no such device or address. */
  NO_SUCH_DEVICE,
  /** A number is too large for its type. */
  OVERFLOW,
  /** This is not permitted: a path that leads out of the directory, above all. */
  NOT_PERMITTED,
  /** Nobody reads any more. */
  PIPE,
  /** This is for reading only. */
  READ_ONLY,
  /** It has no such position. */
  INVALID_SEEK,
  /** The program is running. */
  TEXT_FILE_BUSY,
  /** It would cross to another file system. */
  CROSS_DEVICE
}
