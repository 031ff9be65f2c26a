#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bocage::base {

// The byte offset of the first sequence that is not well-formed UTF-8 (RFC 3629).
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

// Windows-1252, the encoding of old French spreadsheets, to UTF-8. The five unassigned bytes become
// U+FFFD.
[[nodiscard]] std::string utf8_from_windows_1252(std::string_view bytes);

// Without surrounding spaces, tabs, line ends and no-break spaces.
[[nodiscard]] std::string_view trim(std::string_view text);

// Lower case, accents and ligatures removed, every run of anything but letters and digits one
// space: "Fréquence  d'Été" becomes "frequence d ete". For comparing names and headers, never for
// display.
[[nodiscard]] std::string fold(std::string_view text);

// `fold` with '-' between the words, as an id: "Cantine de Saillans" becomes "cantine-de-saillans".
[[nodiscard]] std::string slug(std::string_view text);

// Below the space, or the delete character: nothing that a line of text shows.
[[nodiscard]] bool is_control(char c);
[[nodiscard]] bool has_control_character(std::string_view text);

// Of letters without accents, digits, '-', '_' and '.', at most 60 of them, as file names may be
// anywhere.
[[nodiscard]] bool is_plain_name(std::string_view name);

[[nodiscard]] std::vector<std::string_view> split_words(std::string_view text);

// Bytewise, except that two runs of digits compare as numbers: "cycle 9" comes before "cycle 10".
[[nodiscard]] std::strong_ordering compare_naturally(std::string_view a, std::string_view b);

}  // namespace bocage::base
