package run.radicchio.wasi.files;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Result;
import run.radicchio.wasi.p3.clocks.SystemClock;
import run.radicchio.wasi.p3.filesystem.ErrorCode;
import run.radicchio.wasi.p3.filesystem.FilesystemException;
import run.radicchio.wasi.p3.filesystem.Types;

/** WASI 0.3's words for what this package says in those of 0.2. */
final class P3Words {
  private P3Words() {}

  /** The words of another version for flags that have the same names. */
  static <A extends Enum<A>, B extends Enum<B>> Set<B> flags(Set<A> flags, Class<B> words) {
    Set<B> same = EnumSet.noneOf(words);
    flags.forEach(flag -> same.add(Enum.valueOf(words, flag.name())));
    return same;
  }

  static Types.DescriptorStat stat(Attributes attributes) {
    return new Types.DescriptorStat(
        type(attributes.type()),
        attributes.links(),
        attributes.size(),
        instant(attributes.accessed()),
        instant(attributes.modified()),
        instant(attributes.changed()));
  }

  private static SystemClock.Instant instant(Instant time) {
    return new SystemClock.Instant(time.getEpochSecond(), time.getNano());
  }

  static Types.DescriptorType type(run.radicchio.wasi.p2.filesystem.Types.DescriptorType type) {
    return switch (type) {
      case BLOCK_DEVICE -> new Types.DescriptorType.BlockDevice();
      case CHARACTER_DEVICE -> new Types.DescriptorType.CharacterDevice();
      case DIRECTORY -> new Types.DescriptorType.Directory();
      case FIFO -> new Types.DescriptorType.Fifo();
      case SYMBOLIC_LINK -> new Types.DescriptorType.SymbolicLink();
      case REGULAR_FILE -> new Types.DescriptorType.RegularFile();
      case SOCKET -> new Types.DescriptorType.Socket();
      case UNKNOWN -> new Types.DescriptorType.Other(null);
    };
  }

  static FilesystemException exception(FileException failure) {
    return new FilesystemException(code(failure.code()));
  }

  /** How a stream ended. */
  static Result<Void, ErrorCode> result(java.io.@Nullable IOException failure) {
    return failure == null ? Result.ok(null) : Result.err(code(FileException.of(failure).code()));
  }

  static ErrorCode code(run.radicchio.wasi.p2.filesystem.ErrorCode code) {
    return switch (code) {
      case ACCESS -> new ErrorCode.Access();
      case ALREADY -> new ErrorCode.Already();
      case BAD_DESCRIPTOR -> new ErrorCode.BadDescriptor();
      case BUSY -> new ErrorCode.Busy();
      case DEADLOCK -> new ErrorCode.Deadlock();
      case QUOTA -> new ErrorCode.Quota();
      case EXIST -> new ErrorCode.Exist();
      case FILE_TOO_LARGE -> new ErrorCode.FileTooLarge();
      case ILLEGAL_BYTE_SEQUENCE -> new ErrorCode.IllegalByteSequence();
      case IN_PROGRESS -> new ErrorCode.InProgress();
      case INTERRUPTED -> new ErrorCode.Interrupted();
      case INVALID -> new ErrorCode.Invalid();
      case IO -> new ErrorCode.Io();
      case IS_DIRECTORY -> new ErrorCode.IsDirectory();
      case LOOP -> new ErrorCode.Loop();
      case TOO_MANY_LINKS -> new ErrorCode.TooManyLinks();
      case MESSAGE_SIZE -> new ErrorCode.MessageSize();
      case NAME_TOO_LONG -> new ErrorCode.NameTooLong();
      case NO_DEVICE -> new ErrorCode.NoDevice();
      case NO_ENTRY -> new ErrorCode.NoEntry();
      case NO_LOCK -> new ErrorCode.NoLock();
      case INSUFFICIENT_MEMORY -> new ErrorCode.InsufficientMemory();
      case INSUFFICIENT_SPACE -> new ErrorCode.InsufficientSpace();
      case NOT_DIRECTORY -> new ErrorCode.NotDirectory();
      case NOT_EMPTY -> new ErrorCode.NotEmpty();
      case NOT_RECOVERABLE -> new ErrorCode.NotRecoverable();
      case UNSUPPORTED -> new ErrorCode.Unsupported();
      case NO_TTY -> new ErrorCode.NoTty();
      case NO_SUCH_DEVICE -> new ErrorCode.NoSuchDevice();
      case OVERFLOW -> new ErrorCode.Overflow();
      case NOT_PERMITTED -> new ErrorCode.NotPermitted();
      case PIPE -> new ErrorCode.Pipe();
      case READ_ONLY -> new ErrorCode.ReadOnly();
      case INVALID_SEEK -> new ErrorCode.InvalidSeek();
      case TEXT_FILE_BUSY -> new ErrorCode.TextFileBusy();
      case CROSS_DEVICE -> new ErrorCode.CrossDevice();
      case WOULD_BLOCK -> new ErrorCode.Other("it would have to be waited for");
    };
  }
}
