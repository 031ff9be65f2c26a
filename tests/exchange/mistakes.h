#pragma once

#include <gmock/gmock.h>

#include <string>

#include "exchange/bad_input.h"

// Mistakes in a table of a folder that is right but for them.
namespace bocage::exchange {

struct Mistake {
  const char* name;
  const char* file;
  std::string text;  // of the file
  territory::ProblemCode code;
  int line;
};

// Told with its file and line, in sentences whose every place is filled, in both languages.
template <class Mistakes>
void expect_all_told(const Folder& good, const Mistakes& mistakes) {
  using testing::HasSubstr;
  using testing::Not;
  for (const Mistake& mistake : mistakes) {
    auto const reading = read_territory_folder(with(good, mistake.file, mistake.text));
    std::string others;
    bool told = false;
    for (const territory::Problem& problem : reading.problems.list) {
      std::string const english = sentence(problem, territory::Language::kEnglish);
      others += "\n" + english;
      if (problem.code != mistake.code) {
        continue;
      }
      told = told || (problem.place.file == mistake.file && problem.place.line == mistake.line);
      for (const std::string& text : {english, sentence(problem, territory::Language::kFrench)}) {
        EXPECT_THAT(text, Not(testing::IsEmpty())) << mistake.name;
        EXPECT_THAT(text, Not(HasSubstr("{"))) << mistake.name;
        EXPECT_THAT(text, Not(HasSubstr("[ "))) << mistake.name;
      }
    }
    EXPECT_TRUE(told) << mistake.name << others;
    EXPECT_TRUE(reading.problems.has_errors()) << mistake.name;
  }
}

}  // namespace bocage::exchange
