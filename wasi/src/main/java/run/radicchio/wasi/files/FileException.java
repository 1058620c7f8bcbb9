package run.radicchio.wasi.files;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.p2.filesystem.ErrorCode;

/** An operation on files failed, for a reason that guests are told. */
public final class FileException extends IOException {
  private static final long serialVersionUID = 1;

  /** What Java has only the system's words for. */
  private static final Map<String, ErrorCode> CODES_OF_REASONS =
      Map.ofEntries(
          Map.entry("Operation not permitted", ErrorCode.NOT_PERMITTED),
          Map.entry("Permission denied", ErrorCode.ACCESS),
          Map.entry("Is a directory", ErrorCode.IS_DIRECTORY),
          Map.entry("Not a directory", ErrorCode.NOT_DIRECTORY),
          Map.entry("Directory not empty", ErrorCode.NOT_EMPTY),
          Map.entry("File exists", ErrorCode.EXIST),
          Map.entry("File name too long", ErrorCode.NAME_TOO_LONG),
          Map.entry("File too large", ErrorCode.FILE_TOO_LARGE),
          Map.entry("No space left on device", ErrorCode.INSUFFICIENT_SPACE),
          Map.entry("Disk quota exceeded", ErrorCode.QUOTA),
          Map.entry("Read-only file system", ErrorCode.READ_ONLY),
          Map.entry("Invalid argument", ErrorCode.INVALID),
          Map.entry("Text file busy", ErrorCode.TEXT_FILE_BUSY),
          Map.entry("Device or resource busy", ErrorCode.BUSY),
          Map.entry("Invalid cross-device link", ErrorCode.CROSS_DEVICE),
          Map.entry("Too many links", ErrorCode.TOO_MANY_LINKS),
          Map.entry("Too many open files", ErrorCode.INSUFFICIENT_MEMORY),
          Map.entry("Too many open files in system", ErrorCode.INSUFFICIENT_MEMORY),
          Map.entry("Cannot allocate memory", ErrorCode.INSUFFICIENT_MEMORY),
          Map.entry("Too many levels of symbolic links", ErrorCode.LOOP),
          Map.entry("Operation not supported", ErrorCode.UNSUPPORTED));

  private final ErrorCode code;

  FileException(ErrorCode code) {
    this(code, null);
  }

  private FileException(ErrorCode code, @Nullable Throwable cause) {
    super(code.toString(), cause);
    this.code = code;
  }

  /** Why it failed. */
  ErrorCode code() {
    return code;
  }

  /** What a failure of Java's means to guests. */
  static FileException of(IOException failure) {
    return failure instanceof FileException known
        ? known
        : new FileException(codeOf(failure), failure);
  }

  private static ErrorCode codeOf(IOException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> ErrorCode.NO_ENTRY;
      case FileAlreadyExistsException _ -> ErrorCode.EXIST;
      case DirectoryNotEmptyException _ -> ErrorCode.NOT_EMPTY;
      case NotDirectoryException _ -> ErrorCode.NOT_DIRECTORY;
      case NotLinkException _ -> ErrorCode.INVALID;
      case AccessDeniedException _ -> ErrorCode.ACCESS;
      case AtomicMoveNotSupportedException _ -> ErrorCode.CROSS_DEVICE;
      case ClosedByInterruptException _ -> ErrorCode.INTERRUPTED;
      case FileSystemException known -> codeOfReason(known.getReason());
      default -> codeOfReason(failure.getMessage());
    };
  }

  private static ErrorCode codeOfReason(@Nullable String reason) {
    return reason == null ? ErrorCode.IO : CODES_OF_REASONS.getOrDefault(reason, ErrorCode.IO);
  }
}
