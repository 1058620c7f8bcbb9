package run.radicchio.component.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tokens of a WAVE text. */
final class WaveLexer {
  private static final Pattern SPACE = Pattern.compile("(?:[ \\t\\r\\n]++|//[^\\n]*+)*+");
  private static final Pattern NUMBER =
      Pattern.compile("-inf|-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][-+]?[0-9]++)?");
  private static final Pattern LABEL =
      Pattern.compile("%?(?:[a-z][a-z0-9]*+|[A-Z][A-Z0-9]*+)(?:-(?:[a-z0-9]++|[A-Z0-9]++))*+");
  private static final Pattern CODE_POINT = Pattern.compile("u\\{([0-9a-fA-F]{1,6})\\}");
  private static final String TRIPLE_QUOTE = "\"\"\"";
  private static final String ESCAPED = "\\'\"tnr";
  private static final String UNESCAPED = "\\'\"\t\n\r";

  private final String source;
  private int position;
  private @Nullable Token next;

  WaveLexer(String source) {
    this.source = source;
  }

  /** The kinds of tokens. */
  enum Kind {
    PUNCTUATION,
    NUMBER,
    LABEL,
    CHAR,
    STRING,
    END
  }

  /**
   * A token.
   *
   * @param text as it is written; of chars and strings what they mean
   * @param start where it starts
   */
  record Token(Kind kind, String text, int start) {
    boolean is(String punctuationOrLabel) {
      return (kind == Kind.PUNCTUATION || kind == Kind.LABEL) && text.equals(punctuationOrLabel);
    }

    @Override
    public String toString() {
      return switch (kind) {
        case END -> "the end";
        case CHAR -> "a char";
        case STRING -> "a string";
        default -> "`" + text + "`";
      };
    }
  }

  /** The text before the parenthesis of a call. */
  String functionName() {
    skipSpace();
    int start = position;
    int end = source.indexOf('(', start);
    String name = source.substring(start, end < 0 ? source.length() : end).strip();
    if (end < 0 || name.isEmpty()) {
      throw error("expected a call, such as name(1, \"two\")", start);
    }
    position = end;
    return name;
  }

  /** The next token, which stays the next. */
  Token peek() {
    Token token = next;
    if (token == null) {
      token = read();
      next = token;
    }
    return token;
  }

  /** The next token. */
  Token take() {
    Token token = peek();
    next = null;
    return token;
  }

  /** Says what was expected in place of a token. */
  WaveException expected(String what, Token found) {
    return error("expected " + what + ", found " + found, found.start());
  }

  private Token read() {
    skipSpace();
    int start = position;
    if (start == source.length()) {
      return new Token(Kind.END, "", start);
    }
    char first = source.charAt(start);
    if ("{}()[]:,".indexOf(first) >= 0) {
      position++;
      return new Token(Kind.PUNCTUATION, String.valueOf(first), start);
    } else if (first == '\'') {
      return new Token(Kind.CHAR, character(), start);
    } else if (source.startsWith(TRIPLE_QUOTE, start)) {
      return new Token(Kind.STRING, lines(), start);
    } else if (first == '"') {
      return new Token(Kind.STRING, string(), start);
    }
    String number = match(NUMBER);
    if (number != null) {
      return new Token(Kind.NUMBER, number, start);
    }
    String label = match(LABEL);
    if (label != null) {
      return new Token(Kind.LABEL, label, start);
    }
    throw error("expected a value, found `" + Character.toString(codePoint()) + "`", start);
  }

  private void skipSpace() {
    match(SPACE);
  }

  private @Nullable String match(Pattern pattern) {
    Matcher matcher = pattern.matcher(source).region(position, source.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    position = matcher.end();
    return matcher.group();
  }

  private int codePoint() {
    return source.codePointAt(position);
  }

  private String character() {
    int start = position++;
    if (position == source.length() || "'\n".indexOf(codePoint()) >= 0) {
      throw error(
          "expected one character between quotes; write \\' and \\n for ' and newline", start);
    }
    StringBuilder text = new StringBuilder();
    oneCharacter(text, source.length());
    if (position == source.length() || source.charAt(position) != '\'') {
      throw error("expected ' after one character", position);
    }
    position++;
    return text.toString();
  }

  private String string() {
    int start = position++;
    StringBuilder text = new StringBuilder();
    while (position < source.length() && codePoint() != '\n') {
      if (codePoint() == '"') {
        position++;
        return text.toString();
      }
      oneCharacter(text, source.length());
    }
    throw error("expected \" at the end of the string that starts here", start);
  }

  /** A string of several lines, indented as the quotes at its end are. */
  private String lines() {
    int start = position;
    int end = source.indexOf(TRIPLE_QUOTE, start + TRIPLE_QUOTE.length());
    if (end < 0) {
      throw error("expected \"\"\" at the end of the string that starts here", start);
    }
    position = start + TRIPLE_QUOTE.length();
    if (source.startsWith("\r\n", position)) {
      position++;
    }
    if (source.charAt(position) != '\n') {
      throw error("expected a line break after \"\"\"", position);
    }
    String indent = source.substring(source.lastIndexOf('\n', end) + 1, end);
    if (!indent.chars().allMatch(character -> character == ' ')) {
      throw error("expected only spaces before \"\"\" on its line", end);
    }
    int lastBreak = end - indent.length() - 1;
    List<String> lines = new ArrayList<>();
    while (position < lastBreak) {
      position++;
      lines.add(line(indent, source.indexOf('\n', position)));
    }
    position = end + TRIPLE_QUOTE.length();
    return String.join("\n", lines);
  }

  private String line(String indent, int end) {
    if (!source.startsWith(indent, position)) {
      throw error("expected a line indented as the closing \"\"\" is", position);
    }
    position += indent.length();
    int contentEnd = source.charAt(end - 1) == '\r' ? end - 1 : end;
    StringBuilder text = new StringBuilder();
    while (position < contentEnd) {
      oneCharacter(text, contentEnd);
    }
    position = end;
    return text.toString();
  }

  /** A character or an escape that stands for one. */
  private void oneCharacter(StringBuilder text, int end) {
    int character = codePoint();
    if (isSurrogate(character)) {
      throw error("expected a Unicode scalar value, found half of a surrogate pair", position);
    } else if (character != '\\') {
      text.appendCodePoint(character);
      position += Character.charCount(character);
      return;
    }
    int start = position++;
    int index = position < end ? ESCAPED.indexOf(codePoint()) : -1;
    if (index >= 0) {
      text.append(UNESCAPED.charAt(index));
      position++;
      return;
    }
    Matcher matcher = CODE_POINT.matcher(source).region(position, end);
    if (matcher.lookingAt()) {
      int escaped = Integer.parseInt(matcher.group(1), 16);
      if (Character.isValidCodePoint(escaped) && !isSurrogate(escaped)) {
        text.appendCodePoint(escaped);
        position = matcher.end();
        return;
      }
    }
    throw error(
        "expected one of \\\\ \\' \\\" \\t \\n \\r \\u{...}, a Unicode scalar value", start);
  }

  private static boolean isSurrogate(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }

  /** An error at an offset of the text. */
  WaveException error(String message, int offset) {
    int lineStart = source.lastIndexOf('\n', offset - 1) + 1;
    int line = (int) source.substring(0, lineStart).chars().filter(c -> c == '\n').count() + 1;
    return new WaveException(message, line, source.codePointCount(lineStart, offset) + 1);
  }
}
