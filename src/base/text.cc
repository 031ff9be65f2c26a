#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace bocage::base {
namespace {

// The letters of U+00C0 to U+017F without accents, in lower case; '?' is not a letter, '2' to '5'
// are pairs.
constexpr std::string_view kBaseLetters =
    "aaaaaa2ceeeeiiiidnooooo?ouuuuy?3aaaaaa2ceeeeiiiidnooooo?ouuuuy?y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii44jjkkklllllll"
    "lllnnnnnnnnnoooooo55rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

struct Decoded {
  char32_t letter = 0;
  std::size_t length = 1;
  bool valid = false;
};

Decoded decode(std::string_view bytes, std::size_t at) {
  auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
  unsigned char const lead = byte(0);
  if (lead < 0x80) {
    return {lead, 1, true};
  }
  std::size_t const length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + length > bytes.size()) {
    return {};
  }
  char32_t letter = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) {
      return {};
    }
    letter = (letter << 6U) | (byte(i) & 0x3FU);
  }
  constexpr std::array<char32_t, 5> kSmallest{0, 0, 0x80, 0x800, 0x10000};
  bool const surrogate = letter >= 0xD800 && letter <= 0xDFFF;
  if (letter < kSmallest[length] || surrogate || letter > 0x10FFFF) {
    return {};
  }
  return {letter, length, true};
}

void append_utf8(std::string& text, char32_t letter) {
  auto const continuation = [](char32_t bits) { return static_cast<char>(0x80U | (bits & 0x3FU)); };
  if (letter < 0x80) {
    text.push_back(static_cast<char>(letter));
  } else if (letter < 0x800) {
    text.push_back(static_cast<char>(0xC0U | (letter >> 6U)));
    text.push_back(continuation(letter));
  } else {
    text.push_back(static_cast<char>(0xE0U | (letter >> 12U)));
    text.push_back(continuation(letter >> 6U));
    text.push_back(continuation(letter));
  }
}

// The plain lower-case letters that stand for one letter; empty where it only separates words.
std::string_view plain_letters(char32_t letter, char& one) {
  if (letter < 0x80) {
    bool const upper = letter >= 'A' && letter <= 'Z';
    one = static_cast<char>(upper ? letter + ('a' - 'A') : letter);
    bool const keep = (one >= 'a' && one <= 'z') || (one >= '0' && one <= '9');
    return keep ? std::string_view(&one, 1) : std::string_view();
  }
  if (letter < 0xC0 || letter > 0x17F) {
    return {};
  }
  constexpr std::array<std::string_view, 6> kPairs{"", "", "ae", "ss", "ij", "oe"};
  one = kBaseLetters[letter - 0xC0];
  if (one >= '2' && one <= '5') {
    return kPairs[static_cast<std::size_t>(one - '0')];
  }
  return one == '?' ? std::string_view() : std::string_view(&one, 1);
}

std::string folded(std::string_view text, char separator) {
  std::string plain;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    Decoded const next = decode(text, at);
    at += next.length;
    char one = 0;
    // Combining accents (U+0300 to U+036F) belong to the letter before them.
    if (next.letter >= 0x300 && next.letter <= 0x36F) {
      continue;
    }
    std::string_view const letters = next.valid ? plain_letters(next.letter, one) : "";
    if (letters.empty()) {
      // Letters of other alphabets are kept as they are, so that names in them stay distinct.
      bool const other_letter =
          next.valid && next.letter > 0x17F && !(next.letter >= 0x2000 && next.letter <= 0x206F);
      if (!other_letter) {
        gap = true;
        continue;
      }
    }
    if (gap && !plain.empty()) {
      plain.push_back(separator);
    }
    gap = false;
    plain += letters.empty() ? text.substr(at - next.length, next.length) : letters;
  }
  return plain;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view take_digits(std::string_view& text) {
  std::size_t length = 0;
  while (length < text.size() && is_digit(text[length])) {
    ++length;
  }
  std::string_view run = text.substr(0, length);
  text.remove_prefix(length);
  run.remove_prefix(std::min(run.find_first_not_of('0'), run.size()));
  return run;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    Decoded const next = decode(bytes, at);
    if (!next.valid) {
      return at;
    }
    at += next.length;
  }
  return std::nullopt;
}

std::string utf8_from_windows_1252(std::string_view bytes) {
  constexpr std::array<char16_t, 32> kHigh{
      0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (char const c : bytes) {
    auto const byte = static_cast<unsigned char>(c);
    append_utf8(text, byte >= 0x80 && byte < 0xA0 ? kHigh[byte - 0x80U] : byte);
  }
  return text;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kNoBreak = "\xC2\xA0";
  constexpr std::string_view kSpaces = " \t\r\n\v\f";
  while (!text.empty()) {
    if (kSpaces.find(text.front()) != std::string_view::npos) {
      text.remove_prefix(1);
    } else if (text.starts_with(kNoBreak)) {
      text.remove_prefix(kNoBreak.size());
    } else if (kSpaces.find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
    } else if (text.ends_with(kNoBreak)) {
      text.remove_suffix(kNoBreak.size());
    } else {
      break;
    }
  }
  return text;
}

std::string fold(std::string_view text) { return folded(text, ' '); }

std::string slug(std::string_view text) { return folded(text, '-'); }

bool is_control(char c) {
  constexpr unsigned kFirstPrintable = 0x20;
  constexpr unsigned kDelete = 0x7F;
  auto const byte = static_cast<unsigned char>(c);
  return byte < kFirstPrintable || byte == kDelete;
}

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_control);
}

bool is_plain_name(std::string_view name) {
  constexpr std::size_t kLongest = 60;
  return !name.empty() && name.size() <= kLongest && name.front() != '.' && name.front() != '-' &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                  c == '-' || c == '_' || c == '.';
         });
}

std::vector<std::string_view> split_words(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n";
  std::vector<std::string_view> words;
  while (true) {
    std::size_t const start = text.find_first_not_of(kSpaces);
    if (start == std::string_view::npos) {
      return words;
    }
    text.remove_prefix(start);
    std::string_view const word = text.substr(0, text.find_first_of(kSpaces));
    words.push_back(word);
    text.remove_prefix(word.size());
  }
}

std::strong_ordering compare_naturally(std::string_view a, std::string_view b) {
  std::string_view const whole_a = a;
  std::string_view const whole_b = b;
  while (!a.empty() && !b.empty()) {
    if (is_digit(a.front()) && is_digit(b.front())) {
      std::string_view const run_a = take_digits(a);
      std::string_view const run_b = take_digits(b);
      if (run_a.size() != run_b.size()) {
        return run_a.size() <=> run_b.size();
      }
      if (run_a != run_b) {
        return run_a <=> run_b;
      }
    } else if (a.front() != b.front()) {
      return static_cast<unsigned char>(a.front()) <=> static_cast<unsigned char>(b.front());
    } else {
      a.remove_prefix(1);
      b.remove_prefix(1);
    }
  }
  return a.size() != b.size() ? a.size() <=> b.size() : whole_a <=> whole_b;
}

}  // namespace bocage::base
