package run.radicchio.cli.programs;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How BERT without cases makes tokens of a sentence, by regular expressions.
 *
 * @param pieces the vocabulary
 */
record WordPieces(List<String> pieces) {
  private static final String MARK = "[\\p{P}$+<=>^`|~]";
  private static final String CHINESE = "[\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff]";
  private static final Pattern WORD =
      Pattern.compile("%1$s|%2$s|[^\\s%1$s%2$s]+".formatted(MARK, CHINESE));

  /** The tokens of a sentence, of which there are so many at most. */
  List<Integer> tokens(String sentence, int most) {
    String plain =
        Normalizer.normalize(sentence.replaceAll("[\\p{C}&&\\S]", ""), Normalizer.Form.NFD)
            .replaceAll("\\p{Mn}", "")
            .toLowerCase(Locale.ROOT);
    List<Integer> tokens = new ArrayList<>();
    tokens.add(pieces.indexOf("[CLS]"));
    WORD.matcher(plain).results().forEach(word -> tokens.addAll(tokens(word.group())));
    List<Integer> some = new ArrayList<>(tokens.subList(0, Math.min(tokens.size(), most - 1)));
    some.add(pieces.indexOf("[SEP]"));
    return some;
  }

  private List<Integer> tokens(String word) {
    List<Integer> tokens = new ArrayList<>();
    String rest = word;
    while (!rest.isEmpty()) {
      int end = rest.length();
      while (end > 0 && !pieces.contains(piece(rest.substring(0, end), tokens))) {
        end--;
      }
      if (end == 0 || word.length() > 100) {
        return List.of(pieces.indexOf("[UNK]"));
      }
      tokens.add(pieces.indexOf(piece(rest.substring(0, end), tokens)));
      rest = rest.substring(end);
    }
    return tokens;
  }

  private static String piece(String letters, List<Integer> before) {
    return before.isEmpty() ? letters : "##" + letters;
  }
}
