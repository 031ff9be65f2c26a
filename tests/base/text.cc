#include "base/text.h"

#include <gtest/gtest.h>

#include <string>

namespace bocage::base {
namespace {

std::string letter(char32_t code) {
  return {static_cast<char>(0xC0U | (code >> 6U)), static_cast<char>(0x80U | (code & 0x3FU))};
}

// What the letters of U+00C0 to U+017F stand for, written out by hand from the Unicode charts
// "Latin-1 Supplement" and "Latin Extended-A", so that an error of one place anywhere is seen.
TEST(Fold, EveryAccentedLatinLetterFindsItsPlainOne) {
  struct Range {
    char32_t first, last;
    const char* plain;
  };
  const Range ranges[] = {
      {0xC0, 0xC5, "a"},   {0xC6, 0xC6, "ae"},   {0xC7, 0xC7, "c"},   {0xC8, 0xCB, "e"},
      {0xCC, 0xCF, "i"},   {0xD0, 0xD0, "d"},    {0xD1, 0xD1, "n"},   {0xD2, 0xD6, "o"},
      {0xD7, 0xD7, ""},    {0xD8, 0xD8, "o"},    {0xD9, 0xDC, "u"},   {0xDD, 0xDD, "y"},
      {0xDF, 0xDF, "ss"},  {0xE0, 0xE5, "a"},    {0xE6, 0xE6, "ae"},  {0xE7, 0xE7, "c"},
      {0xE8, 0xEB, "e"},   {0xEC, 0xEF, "i"},    {0xF0, 0xF0, "d"},   {0xF1, 0xF1, "n"},
      {0xF2, 0xF6, "o"},   {0xF7, 0xF7, ""},     {0xF8, 0xF8, "o"},   {0xF9, 0xFC, "u"},
      {0xFD, 0xFD, "y"},   {0xFF, 0xFF, "y"},    {0x100, 0x105, "a"}, {0x106, 0x10D, "c"},
      {0x10E, 0x111, "d"}, {0x112, 0x11B, "e"},  {0x11C, 0x123, "g"}, {0x124, 0x127, "h"},
      {0x128, 0x131, "i"}, {0x132, 0x133, "ij"}, {0x134, 0x135, "j"}, {0x136, 0x138, "k"},
      {0x139, 0x142, "l"}, {0x143, 0x14B, "n"},  {0x14C, 0x151, "o"}, {0x152, 0x153, "oe"},
      {0x154, 0x159, "r"}, {0x15A, 0x161, "s"},  {0x162, 0x167, "t"}, {0x168, 0x173, "u"},
      {0x174, 0x175, "w"}, {0x176, 0x178, "y"},  {0x179, 0x17E, "z"}, {0x17F, 0x17F, "s"}};
  for (const Range& range : ranges) {
    for (char32_t code = range.first; code <= range.last; ++code) {
      EXPECT_EQ(fold(letter(code)), range.plain) << "U+" << std::hex << static_cast<int>(code);
    }
  }
}

TEST(Fold, MakesOneSpaceOfEverythingBetweenWords) {
  EXPECT_EQ(fold("Fréquence  d'Été"), "frequence d ete");
  EXPECT_EQ(fold("  --Qté (kg)\u00A0: "), "qte kg");
  EXPECT_EQ(fold("L’Œuf & la Poule"), "l oeuf la poule");
  EXPECT_EQ(fold(""), "");
  EXPECT_EQ(fold("…"), "");
}

TEST(Fold, TakesComposedAndCombiningAccentsForTheSame) {
  EXPECT_EQ(fold("cafe\u0301"), fold("café"));
}

TEST(Fold, KeepsLettersOfOtherAlphabetsApart) {
  EXPECT_NE(fold("Яблоко"), fold("Груша"));
  EXPECT_NE(fold("Яблоко"), "");
}

TEST(Slug, ReadsAsAnId) {
  EXPECT_EQ(slug("Cantine de Saillans"), "cantine-de-saillans");
  EXPECT_EQ(slug("École n° 3"), "ecole-n-3");
}

TEST(Utf8, TheFirstWrongByteIsFound) {
  EXPECT_FALSE(first_invalid_utf8("Drôme €  \U0001F955"));
  EXPECT_EQ(first_invalid_utf8("ab\xE9"), 2U);            // Windows-1252
  EXPECT_EQ(first_invalid_utf8("a\xC3"), 1U);             // cut short
  EXPECT_EQ(first_invalid_utf8("\xC0\xAF"), 0U);          // overlong
  EXPECT_EQ(first_invalid_utf8("\xED\xA0\x80"), 0U);      // surrogate
  EXPECT_EQ(first_invalid_utf8("\xF4\x90\x80\x80"), 0U);  // above U+10FFFF
  EXPECT_EQ(first_invalid_utf8("\xE2\x82"), 0U);          // cut short
  EXPECT_EQ(first_invalid_utf8("ok \xE2\x28\xA1"), 3U);   // no continuation
}

TEST(Windows1252, BecomesUtf8) {
  EXPECT_EQ(utf8_from_windows_1252("\x93\xC9t\xE9\x94 12 \x80"), "“Été” 12 €");
  EXPECT_EQ(utf8_from_windows_1252("\x9C\x9F\x81"), "œŸ\uFFFD");
}

TEST(Trim, TakesSpacesTabsAndNoBreakSpaces) {
  EXPECT_EQ(trim(" \t\u00A0 12 kg\u00A0\r\n"), "12 kg");
  EXPECT_EQ(trim("\u00A0"), "");
}

TEST(SplitWords, AtAnySpace) {
  EXPECT_EQ(split_words(" a  b\tc "), (std::vector<std::string_view>{"a", "b", "c"}));
  EXPECT_TRUE(split_words("  ").empty());
}

TEST(CompareNaturally, NumbersByTheirSizeAndTheRestByBytes) {
  EXPECT_TRUE(compare_naturally("cycle 9", "cycle 10") < 0);
  EXPECT_TRUE(compare_naturally("2026-2", "2026-11") < 0);
  EXPECT_TRUE(compare_naturally("b1", "a2") > 0);
  EXPECT_TRUE(compare_naturally("a1", "a1") == 0);
  EXPECT_TRUE(compare_naturally("a01", "a1") != 0) << "a total order: equal only if the same";
  EXPECT_TRUE(compare_naturally("99999999999999999999998", "99999999999999999999999") < 0);
}

}  // namespace
}  // namespace bocage::base
