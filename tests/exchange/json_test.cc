#include "exchange/json.h"

#include <gmock/gmock.h>

namespace bocage::exchange {
namespace {

using territory::Problem;
using territory::ProblemCode;

Problem problem_of(const std::string& bytes) {
  auto const document = read_json(bytes, "plan.json");
  EXPECT_FALSE(document.ok()) << "was read: " << bytes;
  return document ? Problem{} : document.failure();
}

TEST(Json, KeepsNumbersAsWrittenAndMembersInOrder) {
  auto const document = read_json(
      R"({"z": 0.1000000000000000055, "a": [123456789012345678901, -1.5e3, true, null, "é\u00e9\n"]})",
      "plan.json");
  ASSERT_TRUE(document.ok());
  EXPECT_THAT(document->keys, testing::ElementsAre("z", "a"));
  EXPECT_EQ(document->find("z")->text, "0.1000000000000000055");
  const JsonValue& list = *document->find("a");
  ASSERT_EQ(list.items.size(), 5U);
  EXPECT_EQ(list.items[0].text, "123456789012345678901");
  EXPECT_EQ(list.items[1].text, "-1.5e3");
  EXPECT_TRUE(list.items[2].boolean);
  EXPECT_EQ(list.items[3].kind, JsonKind::kNull);
  EXPECT_EQ(list.items[4].text, "éé\n");
  EXPECT_EQ(document->find("b"), nullptr);
}

TEST(Json, ReportsARepeatedKeyAlsoInALargeObject) {
  Problem const problem = problem_of("{\"a\": 1,\n \"b\": 2,\n \"a\": 3}");
  EXPECT_EQ(problem.code, ProblemCode::kJsonRepeatedKey);
  EXPECT_EQ(problem.found, "a");
  EXPECT_EQ(problem.place.line, 3);
  std::string large = "{";
  for (int i = 0; i < 1000; ++i) {
    large += "\"k" + std::to_string(i) + "\": 1, ";
  }
  EXPECT_EQ(problem_of(large + "\"k999\": 2}").code, ProblemCode::kJsonRepeatedKey);
}

TEST(Json, RefusesWhatIsNotOneStrictDocument) {
  Problem const comma = problem_of("{\"a\": 1,\n \"b\": 2,}");
  EXPECT_EQ(comma.code, ProblemCode::kJsonSyntax);
  EXPECT_EQ(comma.place.line, 2);
  EXPECT_EQ(problem_of("{\"a\": 1} x").code, ProblemCode::kJsonSyntax);
  EXPECT_EQ(problem_of("{\"a\": [1").code, ProblemCode::kJsonIncomplete);
  EXPECT_EQ(problem_of("").code, ProblemCode::kJsonIncomplete);
  EXPECT_EQ(problem_of("NaN").code, ProblemCode::kJsonSyntax);
  EXPECT_EQ(problem_of(std::string(1000, '[')).code, ProblemCode::kJsonTooDeep);
  EXPECT_EQ(problem_of("\"caf\xE9\"").code, ProblemCode::kTextBrokenUtf8);
}

TEST(Json, WritesStringsThatReadBackTheSame) {
  std::string const text = "é \"quoted\" \\ \n\t\x01 end";
  std::string out;
  append_json_string(out, text);
  EXPECT_EQ(out, "\"é \\\"quoted\\\" \\\\ \\n\\t\\u0001 end\"");
  EXPECT_EQ(read_json(out, "x")->text, text);
}

// A plan is a text file, and text files with this character are taken for none.
TEST(JsonString, EscapesTheDeleteCharacter) {
  std::string text;
  append_json_string(text, "a\x7F");
  EXPECT_EQ(text, "\"a\\u007f\"");
  EXPECT_EQ(read_json(text, "x.json")->text, "a\x7F");
}

}  // namespace
}  // namespace bocage::exchange
