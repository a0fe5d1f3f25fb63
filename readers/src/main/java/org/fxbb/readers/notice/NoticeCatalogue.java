package org.fxbb.readers.notice;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All rules there are, by class and by code. Immutable, built once from the sealed hierarchy. */
public final class NoticeCatalogue {

  /** Facts longer than this are cut by {@link #shorten}, with three dots at the end. */
  public static final int LONGEST_FACT = 200;

  private static final Map<Class<?>, NoticeRule> BY_CLASS = new LinkedHashMap<>();
  private static final Map<String, NoticeRule> BY_CODE = new LinkedHashMap<>();

  static {
    for (Class<?> group : Notice.class.getPermittedSubclasses()) {
      for (Class<?> notice : sortedByCode(group)) {
        NoticeText text = notice.getAnnotation(NoticeText.class);
        if (text == null) {
          throw new IllegalStateException(notice + " has no @NoticeText");
        }
        NoticeRule rule = new NoticeRule(codeOf(notice), group.getSimpleName(), text);
        BY_CLASS.put(notice, rule);
        BY_CODE.put(rule.code(), rule);
      }
    }
  }

  private NoticeCatalogue() {}

  /** The rule of a notice class. */
  static NoticeRule of(Class<? extends Notice> notice) {
    NoticeRule rule = BY_CLASS.get(notice);
    if (rule == null) {
      throw new IllegalArgumentException(notice + " is not in the catalogue");
    }
    return rule;
  }

  /** The rule with a code, such as {@code not_a_number}. */
  public static Optional<NoticeRule> findByCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** Every rule, file rules first, each group by code. */
  public static Collection<NoticeRule> listAll() {
    return Collections.unmodifiableCollection(BY_CODE.values());
  }

  /** The code of a notice class: its simple name without "Notice", in snake case. */
  static String codeOf(Class<?> notice) {
    String name = notice.getSimpleName().replaceFirst("Notice$", "");
    return name.replaceAll("(?<=.)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  /**
   * A fact fit to be stored and printed: at most {@link #LONGEST_FACT} characters, control
   * characters as dots.
   */
  public static @Nullable String shorten(@Nullable String fact) {
    if (fact == null) {
      return null;
    }
    int end = fact.length();
    if (end > LONGEST_FACT) {
      end = LONGEST_FACT - 3;
      if (Character.isHighSurrogate(fact.charAt(end - 1))) {
        end--;
      }
    }
    char[] chars = fact.substring(0, end).toCharArray();
    for (int i = 0; i < chars.length; i++) {
      if (Character.isISOControl(chars[i])) {
        chars[i] = '.';
      }
    }
    String clean = new String(chars);
    return end < fact.length() ? clean + "..." : clean;
  }

  /** The rules of one group, in order. */
  static Collection<NoticeRule> listGroup(Class<?> group) {
    return BY_CODE.values().stream().filter(r -> r.group().equals(group.getSimpleName())).toList();
  }

  /** The compiler lists subclasses in an order that depends on what it compiled before. */
  private static List<Class<?>> sortedByCode(Class<?> group) {
    return Arrays.stream(group.getPermittedSubclasses())
        .sorted(Comparator.comparing(NoticeCatalogue::codeOf))
        .toList();
  }
}
