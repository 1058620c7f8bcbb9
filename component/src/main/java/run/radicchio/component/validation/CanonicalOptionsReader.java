package run.radicchio.component.validation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.InvalidComponentException;
import run.radicchio.component.binary.BinaryReader;
import run.radicchio.component.definition.CanonicalOptions;
import run.radicchio.component.definition.CanonicalOptions.StringEncoding;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.CoreType.NumberType;
import run.radicchio.component.type.CoreTypeText;

/** Reads the options of canonical definitions (CanonicalABI.md, "{@code canonopt} Validation"). */
final class CanonicalOptionsReader {
  private static final NumberType I32 = NumberType.I32;

  private static final CoreType.Function REALLOC =
      new CoreType.Function(List.of(I32, I32, I32, I32), List.of(I32));

  private static final CoreType.Function CALLBACK =
      new CoreType.Function(List.of(I32, I32, I32), List.of(I32));

  private static final CanonicalOptions NONE =
      new CanonicalOptions(StringEncoding.UTF8, null, null, null, false, null);

  /** An option, in the order of their codes, but that the string encodings are one option. */
  enum Option {
    STRING_ENCODING("string-encoding"),
    MEMORY("memory"),
    REALLOC("realloc"),
    POST_RETURN("post-return"),
    ASYNC("async"),
    CALLBACK("callback");

    private static final List<Option> ALL = List.of(values());

    private final String text;

    Option(String text) {
      this.text = text;
    }
  }

  /** Who has the options, which not all may have. */
  enum Use {
    LIFT("lifts"),
    LOWER("lowerings"),
    TASK_RETURN("`task.return`"),
    COPY("reads and writes of streams and futures"),
    ERROR_CONTEXT("`error-context` built-ins");

    private final String text;

    Use(String text) {
      this.text = text;
    }

    private boolean allows(Option option) {
      return switch (option) {
        case STRING_ENCODING, MEMORY -> true;
        case REALLOC -> this != TASK_RETURN;
        case ASYNC -> this == LIFT || this == LOWER || this == COPY;
        case POST_RETURN, CALLBACK -> this == LIFT;
      };
    }
  }

  private final BinaryReader reader;
  private final Scope scope;

  private final Set<Option> present = EnumSet.noneOf(Option.class);
  private StringEncoding stringEncoding = StringEncoding.UTF8;
  private @Nullable Integer memory;
  private @Nullable Integer realloc;
  private @Nullable Integer postReturn;
  private @Nullable Integer callback;

  private CanonicalOptionsReader(BinaryReader reader, Scope scope) {
    this.reader = reader;
    this.scope = scope;
  }

  /** Reads options and checks what can be checked without the function's type. */
  static CanonicalOptions read(BinaryReader reader, Scope scope, Use use) {
    int offset = reader.offset();
    int count = reader.count("canonical options");
    if (count == 0) {
      return NONE;
    }
    CanonicalOptionsReader options = new CanonicalOptionsReader(reader, scope);
    for (int i = 0; i < count; i++) {
      options.readOption();
    }
    return options.check(use, offset);
  }

  private void readOption() {
    int offset = reader.offset();
    int code = reader.u8("canonical option");
    switch (code) {
      case 0x00 -> addEncoding(StringEncoding.UTF8, offset);
      case 0x01 -> addEncoding(StringEncoding.UTF16, offset);
      case 0x02 -> addEncoding(StringEncoding.LATIN1_UTF16, offset);
      case 0x03 -> {
        add(Option.MEMORY, offset);
        memory = readMemory(reader, scope);
      }
      case 0x04 -> {
        add(Option.REALLOC, offset);
        realloc = readFunction(Option.REALLOC, REALLOC);
      }
      case 0x05 -> {
        add(Option.POST_RETURN, offset);
        postReturn = readFunction(Option.POST_RETURN, null);
      }
      case 0x06 -> add(Option.ASYNC, offset);
      case 0x07 -> {
        add(Option.CALLBACK, offset);
        callback = readFunction(Option.CALLBACK, CALLBACK);
      }
      case 0x08, 0x09 -> throw Gated.feature("canonical options for garbage collection", offset);
      default -> throw reader.unexpectedByte(code, "canonical option");
    }
  }

  private void addEncoding(StringEncoding encoding, int offset) {
    if (!present.add(Option.STRING_ENCODING)) {
      throw new InvalidComponentException(
          "canonical encoding option `%s` conflicts with option `%s`"
              .formatted(text(stringEncoding), text(encoding)),
          offset);
    }
    stringEncoding = encoding;
  }

  private static String text(StringEncoding encoding) {
    return switch (encoding) {
      case UTF8 -> "utf8";
      case UTF16 -> "utf16";
      case LATIN1_UTF16 -> "latin1-utf16";
    };
  }

  private void add(Option option, int offset) {
    if (!present.add(option)) {
      throw new InvalidComponentException(
          "canonical option `" + option.text + "` is specified more than once", offset);
    }
  }

  /** Reads the index of a memory that values can be copied from and to. */
  static int readMemory(BinaryReader reader, Scope scope) {
    int offset = reader.offset();
    int index = reader.u32("the index of a memory");
    CoreType.Memory type = scope.core().memories.get(index, offset);
    if (type.shared() || type.limits().index64()) {
      throw new InvalidComponentException(
          "canonical option `memory` must be a memory of 32 bits that is not shared, found "
              + CoreTypeText.of(type),
          offset);
    }
    return index;
  }

  private int readFunction(Option option, CoreType.@Nullable Function expected) {
    int offset = reader.offset();
    int index = reader.u32("the index of a core function");
    CoreType.Function found = scope.core().functions.get(index, offset);
    if (expected != null) {
      checkSignature(option, found, expected, offset);
    }
    return index;
  }

  private static void checkSignature(
      Option option, CoreType.Function found, CoreType.Function expected, int offset) {
    if (!found.hasSignatureOf(expected)) {
      throw new InvalidComponentException(
          "canonical option `%s` uses a core function with an incorrect signature: expected %s"
                  .formatted(option.text, CoreTypeText.of(expected))
              + ", found "
              + CoreTypeText.of(found),
          offset);
    }
  }

  /** Checks the function that frees results: it is given those of the function that is lifted. */
  static void checkPostReturn(
      CanonicalOptions options, CoreType.Function lifted, Scope scope, int offset) {
    Integer postReturn = options.postReturn();
    if (postReturn != null) {
      checkSignature(
          Option.POST_RETURN,
          scope.core().functions.get(postReturn, offset),
          new CoreType.Function(lifted.results(), List.of()),
          offset);
    }
  }

  private CanonicalOptions check(Use use, int offset) {
    for (Option option : Option.ALL) {
      if (present.contains(option) && !use.allows(option)) {
        throw new InvalidComponentException(
            "canonical option `%s` cannot be specified for %s".formatted(option.text, use.text),
            offset);
      }
    }
    require(Option.REALLOC, Option.MEMORY, offset);
    require(Option.CALLBACK, Option.ASYNC, offset);
    if (present.contains(Option.ASYNC) && present.contains(Option.POST_RETURN)) {
      throw new InvalidComponentException(
          "canonical option `post-return` cannot be specified with `async`", offset);
    }
    return new CanonicalOptions(
        stringEncoding, memory, realloc, postReturn, present.contains(Option.ASYNC), callback);
  }

  private void require(Option option, Option needed, int offset) {
    if (present.contains(option) && !present.contains(needed)) {
      throw new InvalidComponentException(
          "canonical option `%s` requires `%s` to also be specified"
              .formatted(option.text, needed.text),
          offset);
    }
  }

  /** Checks that there is a memory, where one is needed. */
  static void requireMemory(CanonicalOptions options, boolean needed, int offset) {
    if (needed && options.memory() == null) {
      throw new InvalidComponentException("canonical option `memory` is required", offset);
    }
  }

  /** Checks that there is a function that allocates, where one is needed. */
  static void requireRealloc(CanonicalOptions options, boolean needed, int offset) {
    requireMemory(options, needed, offset);
    if (needed && options.realloc() == null) {
      throw new InvalidComponentException("canonical option `realloc` is required", offset);
    }
  }
}
