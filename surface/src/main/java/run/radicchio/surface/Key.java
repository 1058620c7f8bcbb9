package run.radicchio.surface;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A key, by where it is on a keyboard and not by what is written on it.
 *
 * @see <a href="https://www.w3.org/TR/uievents-code/#code-value-tables">UI Events KeyboardEvent
 *     code Values</a>
 */
public enum Key {
  /** {@code Backquote}. */
  BACKQUOTE,

  /** {@code Backslash}. */
  BACKSLASH,

  /** {@code BracketLeft}. */
  BRACKET_LEFT,

  /** {@code BracketRight}. */
  BRACKET_RIGHT,

  /** {@code Comma}. */
  COMMA,

  /** {@code Digit0}. */
  DIGIT0,

  /** {@code Digit1}. */
  DIGIT1,

  /** {@code Digit2}. */
  DIGIT2,

  /** {@code Digit3}. */
  DIGIT3,

  /** {@code Digit4}. */
  DIGIT4,

  /** {@code Digit5}. */
  DIGIT5,

  /** {@code Digit6}. */
  DIGIT6,

  /** {@code Digit7}. */
  DIGIT7,

  /** {@code Digit8}. */
  DIGIT8,

  /** {@code Digit9}. */
  DIGIT9,

  /** {@code Equal}. */
  EQUAL,

  /** {@code IntlBackslash}. */
  INTL_BACKSLASH,

  /** {@code IntlRo}. */
  INTL_RO,

  /** {@code IntlYen}. */
  INTL_YEN,

  /** {@code KeyA}. */
  KEY_A,

  /** {@code KeyB}. */
  KEY_B,

  /** {@code KeyC}. */
  KEY_C,

  /** {@code KeyD}. */
  KEY_D,

  /** {@code KeyE}. */
  KEY_E,

  /** {@code KeyF}. */
  KEY_F,

  /** {@code KeyG}. */
  KEY_G,

  /** {@code KeyH}. */
  KEY_H,

  /** {@code KeyI}. */
  KEY_I,

  /** {@code KeyJ}. */
  KEY_J,

  /** {@code KeyK}. */
  KEY_K,

  /** {@code KeyL}. */
  KEY_L,

  /** {@code KeyM}. */
  KEY_M,

  /** {@code KeyN}. */
  KEY_N,

  /** {@code KeyO}. */
  KEY_O,

  /** {@code KeyP}. */
  KEY_P,

  /** {@code KeyQ}. */
  KEY_Q,

  /** {@code KeyR}. */
  KEY_R,

  /** {@code KeyS}. */
  KEY_S,

  /** {@code KeyT}. */
  KEY_T,

  /** {@code KeyU}. */
  KEY_U,

  /** {@code KeyV}. */
  KEY_V,

  /** {@code KeyW}. */
  KEY_W,

  /** {@code KeyX}. */
  KEY_X,

  /** {@code KeyY}. */
  KEY_Y,

  /** {@code KeyZ}. */
  KEY_Z,

  /** {@code Minus}. */
  MINUS,

  /** {@code Period}. */
  PERIOD,

  /** {@code Quote}. */
  QUOTE,

  /** {@code Semicolon}. */
  SEMICOLON,

  /** {@code Slash}. */
  SLASH,

  /** {@code AltLeft}. */
  ALT_LEFT,

  /** {@code AltRight}. */
  ALT_RIGHT,

  /** {@code Backspace}. */
  BACKSPACE,

  /** {@code CapsLock}. */
  CAPS_LOCK,

  /** {@code ContextMenu}. */
  CONTEXT_MENU,

  /** {@code ControlLeft}. */
  CONTROL_LEFT,

  /** {@code ControlRight}. */
  CONTROL_RIGHT,

  /** {@code Enter}. */
  ENTER,

  /** {@code MetaLeft}. */
  META_LEFT,

  /** {@code MetaRight}. */
  META_RIGHT,

  /** {@code ShiftLeft}. */
  SHIFT_LEFT,

  /** {@code ShiftRight}. */
  SHIFT_RIGHT,

  /** {@code Space}. */
  SPACE,

  /** {@code Tab}. */
  TAB,

  /** {@code Convert}. */
  CONVERT,

  /** {@code KanaMode}. */
  KANA_MODE,

  /** {@code Lang1}. */
  LANG1,

  /** {@code Lang2}. */
  LANG2,

  /** {@code Lang3}. */
  LANG3,

  /** {@code Lang4}. */
  LANG4,

  /** {@code Lang5}. */
  LANG5,

  /** {@code NonConvert}. */
  NON_CONVERT,

  /** {@code Delete}. */
  DELETE,

  /** {@code End}. */
  END,

  /** {@code Help}. */
  HELP,

  /** {@code Home}. */
  HOME,

  /** {@code Insert}. */
  INSERT,

  /** {@code PageDown}. */
  PAGE_DOWN,

  /** {@code PageUp}. */
  PAGE_UP,

  /** {@code ArrowDown}. */
  ARROW_DOWN,

  /** {@code ArrowLeft}. */
  ARROW_LEFT,

  /** {@code ArrowRight}. */
  ARROW_RIGHT,

  /** {@code ArrowUp}. */
  ARROW_UP,

  /** {@code NumLock}. */
  NUM_LOCK,

  /** {@code Numpad0}. */
  NUMPAD0,

  /** {@code Numpad1}. */
  NUMPAD1,

  /** {@code Numpad2}. */
  NUMPAD2,

  /** {@code Numpad3}. */
  NUMPAD3,

  /** {@code Numpad4}. */
  NUMPAD4,

  /** {@code Numpad5}. */
  NUMPAD5,

  /** {@code Numpad6}. */
  NUMPAD6,

  /** {@code Numpad7}. */
  NUMPAD7,

  /** {@code Numpad8}. */
  NUMPAD8,

  /** {@code Numpad9}. */
  NUMPAD9,

  /** {@code NumpadAdd}. */
  NUMPAD_ADD,

  /** {@code NumpadBackspace}. */
  NUMPAD_BACKSPACE,

  /** {@code NumpadClear}. */
  NUMPAD_CLEAR,

  /** {@code NumpadClearEntry}. */
  NUMPAD_CLEAR_ENTRY,

  /** {@code NumpadComma}. */
  NUMPAD_COMMA,

  /** {@code NumpadDecimal}. */
  NUMPAD_DECIMAL,

  /** {@code NumpadDivide}. */
  NUMPAD_DIVIDE,

  /** {@code NumpadEnter}. */
  NUMPAD_ENTER,

  /** {@code NumpadEqual}. */
  NUMPAD_EQUAL,

  /** {@code NumpadHash}. */
  NUMPAD_HASH,

  /** {@code NumpadMemoryAdd}. */
  NUMPAD_MEMORY_ADD,

  /** {@code NumpadMemoryClear}. */
  NUMPAD_MEMORY_CLEAR,

  /** {@code NumpadMemoryRecall}. */
  NUMPAD_MEMORY_RECALL,

  /** {@code NumpadMemoryStore}. */
  NUMPAD_MEMORY_STORE,

  /** {@code NumpadMemorySubtract}. */
  NUMPAD_MEMORY_SUBTRACT,

  /** {@code NumpadMultiply}. */
  NUMPAD_MULTIPLY,

  /** {@code NumpadParenLeft}. */
  NUMPAD_PAREN_LEFT,

  /** {@code NumpadParenRight}. */
  NUMPAD_PAREN_RIGHT,

  /** {@code NumpadStar}. */
  NUMPAD_STAR,

  /** {@code NumpadSubtract}. */
  NUMPAD_SUBTRACT,

  /** {@code Escape}. */
  ESCAPE,

  /** {@code F1}. */
  F1,

  /** {@code F2}. */
  F2,

  /** {@code F3}. */
  F3,

  /** {@code F4}. */
  F4,

  /** {@code F5}. */
  F5,

  /** {@code F6}. */
  F6,

  /** {@code F7}. */
  F7,

  /** {@code F8}. */
  F8,

  /** {@code F9}. */
  F9,

  /** {@code F10}. */
  F10,

  /** {@code F11}. */
  F11,

  /** {@code F12}. */
  F12,

  /** {@code Fn}. */
  FN,

  /** {@code FnLock}. */
  FN_LOCK,

  /** {@code PrintScreen}. */
  PRINT_SCREEN,

  /** {@code ScrollLock}. */
  SCROLL_LOCK,

  /** {@code Pause}. */
  PAUSE,

  /** {@code BrowserBack}. */
  BROWSER_BACK,

  /** {@code BrowserFavorites}. */
  BROWSER_FAVORITES,

  /** {@code BrowserForward}. */
  BROWSER_FORWARD,

  /** {@code BrowserHome}. */
  BROWSER_HOME,

  /** {@code BrowserRefresh}. */
  BROWSER_REFRESH,

  /** {@code BrowserSearch}. */
  BROWSER_SEARCH,

  /** {@code BrowserStop}. */
  BROWSER_STOP,

  /** {@code Eject}. */
  EJECT,

  /** {@code LaunchApp1}. */
  LAUNCH_APP1,

  /** {@code LaunchApp2}. */
  LAUNCH_APP2,

  /** {@code LaunchMail}. */
  LAUNCH_MAIL,

  /** {@code MediaPlayPause}. */
  MEDIA_PLAY_PAUSE,

  /** {@code MediaSelect}. */
  MEDIA_SELECT,

  /** {@code MediaStop}. */
  MEDIA_STOP,

  /** {@code MediaTrackNext}. */
  MEDIA_TRACK_NEXT,

  /** {@code MediaTrackPrevious}. */
  MEDIA_TRACK_PREVIOUS,

  /** {@code Power}. */
  POWER,

  /** {@code Sleep}. */
  SLEEP,

  /** {@code AudioVolumeDown}. */
  AUDIO_VOLUME_DOWN,

  /** {@code AudioVolumeMute}. */
  AUDIO_VOLUME_MUTE,

  /** {@code AudioVolumeUp}. */
  AUDIO_VOLUME_UP,

  /** {@code WakeUp}. */
  WAKE_UP,

  /** {@code Hyper}. */
  HYPER,

  /** {@code Super}. */
  SUPER,

  /** {@code Turbo}. */
  TURBO,

  /** {@code Abort}. */
  ABORT,

  /** {@code Resume}. */
  RESUME,

  /** {@code Suspend}. */
  SUSPEND,

  /** {@code Again}. */
  AGAIN,

  /** {@code Copy}. */
  COPY,

  /** {@code Cut}. */
  CUT,

  /** {@code Find}. */
  FIND,

  /** {@code Open}. */
  OPEN,

  /** {@code Paste}. */
  PASTE,

  /** {@code Props}. */
  PROPS,

  /** {@code Select}. */
  SELECT,

  /** {@code Undo}. */
  UNDO,

  /** {@code Hiragana}. */
  HIRAGANA,

  /** {@code Katakana}. */
  KATAKANA;

  private static final Map<String, Key> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Key::code, Function.identity()));

  private final String code;

  Key() {
    this.code =
        Arrays.stream(name().split("_"))
            .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
  }

  /** Its {@code KeyboardEvent.code}, such as {@code KeyA} or {@code ArrowLeft}. */
  public String code() {
    return code;
  }

  /** The key of a {@code KeyboardEvent.code}; null if there is none, as of {@code Unidentified}. */
  public static @Nullable Key ofCode(String code) {
    return BY_CODE.get(code);
  }
}
