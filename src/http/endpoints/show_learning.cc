#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

#include "base/clock.h"
#include "base/sha256.h"
#include "exchange/codes.h"
#include "exchange/read_territory.h"
#include "exchange/wording/say.h"
#include "http/endpoints/endpoints.h"
#include "http/endpoints/on_board.h"

namespace bocage::http {
namespace {

// What an answer was computed from: the same files, question and language.
std::string key_of(const service::Files& files, const std::vector<std::string>& asked) {
  std::string all;
  for (const auto& [name, bytes] : files) {
    all.append(name).append("\n").append(std::to_string(bytes.size())).append("\n").append(bytes);
  }
  for (const std::string& word : asked) {
    all.append("\n").append(word);
  }
  return base::sha256_hex(all);
}

// Those that rest on the tables alone; the others are of the plan that is shown.
constexpr std::array<std::string_view, 6> kOfTables{"compare", "split", "choose",
                                                    "fund",    "tally", "rules"};
// What it is part of: other folders than this one.
const std::string kAcross = "together";
constexpr std::array<std::string_view, 2> kOfPlan{"depend", "missing"};

template <class Parts>
bool holds(const Parts& parts, std::string_view part) {
  return std::find(parts.begin(), parts.end(), part) != parts.end();
}

base::Result<std::string, service::Trouble> learnt(const OnBoard& all, const Runner& runner,
                                                   const std::string& part,
                                                   const std::string& form) {
  if (!holds(kOfTables, part)) {
    return run_on(all, runner, part, {"--tables", form});
  }
  return runner({part, ".", "--tables", form, "--lang",
                 std::string(exchange::code_of(all.loaded.reader.language))},
                all.loaded.meeting.files);
}

Response as_answer(const std::string& part, const std::string& form, std::string bytes) {
  if (form == "json") {
    return text_answer(200, "application/json", std::move(bytes));
  }
  bool const is_csv = form == "csv";
  Response response =
      text_answer(200,
                  is_csv ? "text/csv; charset=utf-8"
                         : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                  std::move(bytes));
  response.headers.emplace_back("Content-Disposition",
                                "attachment; filename=\"bocage-" + part + "." + form + "\"");
  return response;
}

// All cooperations of the territory that this folder is, or is one of; no tables where it is none.
Response learn_across(const std::string& folder, const Runner& runner, const std::string& form,
                      const Request& request) {
  Reader const reader = reader_of(request, exchange::settings_of_folder(folder).language);
  std::filesystem::path const shared = exchange::shared_stakeholders_of(folder);
  bool const is_above = exchange::cooperation_folders(folder).empty() && !shared.empty();
  std::string const territory = is_above ? shared.parent_path().string() : folder;
  auto bytes = runner({"plan", territory, "--tables", form, "--lang",
                       std::string(exchange::code_of(reader.language))},
                      {});
  return bytes ? as_answer(kAcross, form, std::move(bytes).value())
               : trouble_answer(bytes.failure(), folder, reader);
}

}  // namespace

std::optional<std::string> Learnt::find(const std::string& key) {
  std::scoped_lock const lock(mutex_);
  for (const auto& [known, bytes] : answers_) {
    if (known == key) {
      return bytes;
    }
  }
  return std::nullopt;
}

void Learnt::keep(const std::string& key, const std::string& bytes) {
  constexpr std::size_t kMost = 32;  // eight parts, two languages, the tables before and after
  std::scoped_lock const lock(mutex_);
  answers_.emplace_back(key, bytes);
  if (answers_.size() > kMost) {
    answers_.pop_front();
  }
}

Response ShowLearning::operator()(const Request& request) const {
  std::string const part = request.parameter("part");
  std::string const asked = request.parameter("form");
  std::string const form = asked.empty() ? "json" : asked;
  bool const known = (holds(kOfTables, part) || holds(kOfPlan, part) || part == kAcross) &&
                     (form == "json" || form == "csv" || form == "xlsx");
  if (!known) {
    constexpr int kBadRequest = 400;
    return refused(
        kBadRequest,
        "part is compare, depend, missing, split, choose, fund, tally, rules or together; form is "
        "json, csv or "
        "xlsx.");
  }
  if (part == kAcross) {
    return learn_across(folder, runner, form, request);
  }
  auto const all = on_board(folder, board, request);
  if (!all) {
    return all.failure();
  }
  // Rules are those of the day.
  std::string const day = base::format_day(base::clock_of_the_room().day());
  std::string const key =
      key_of(all->loaded.meeting.files,
             {part, form, std::string(exchange::code_of(all->loaded.reader.language)),
              part == "rules" ? day : ""});
  if (auto known_answer = memory.find(key)) {
    return as_answer(part, form, *std::move(known_answer));
  }
  auto bytes = learnt(*all, runner, part, form);
  if (!bytes) {
    return trouble_answer(bytes.failure(), folder, all->loaded.reader);
  }
  memory.keep(key, *bytes);
  return as_answer(part, form, std::move(bytes).value());
}

}  // namespace bocage::http
