#include "exchange/assembly_json.h"

#include "base/sha256.h"
#include "exchange/codes.h"
#include "exchange/json_object.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

std::string number_or_null(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : "null";
}

std::string college_text(const College& college) {
  return JsonObject()
      .text("id", college.id)
      .raw("members", number_or_null(college.members))
      .text("name", college.name)
      .number("weight", college.weight)
      .take();
}

std::string associate_text(const Assembly& assembly, const Associate& associate) {
  return JsonObject()
      .text("category", associate.category)
      .text("college", associate.college ? assembly.colleges[*associate.college].id : "")
      .text("entered", associate.membership.is_open_start()
                           ? ""
                           : base::format_day(associate.membership.first))
      .text("id", associate.id)
      .text("left",
            associate.membership.is_open_end() ? "" : base::format_day(associate.membership.last))
      .text("name", associate.name)
      .truth("public", associate.is_public)
      .take();
}

std::string move_text(const Assembly& assembly, const ShareMove& move) {
  return JsonObject()
      .truth("asked", move.is_asked)
      .text("associate", assembly.associates[move.associate].id)
      .text("date", base::format_day(move.day))
      .count("shares", move.shares)
      .take();
}

std::string resolution_text(const Resolution& resolution) {
  return JsonObject()
      .text("date", resolution.day ? base::format_day(*resolution.day) : "")
      .text("id", resolution.id)
      .text("majority", base::to_text(resolution.majority.share))
      .text("quorum", resolution.quorum ? base::to_text(*resolution.quorum) : "")
      .truth("strict", resolution.majority.strict)
      .text("title", resolution.title)
      .take();
}

std::string ballot_text(const Assembly& assembly, const Ballot& ballot) {
  return JsonObject()
      .text("associate", assembly.associates[ballot.associate].id)
      .text("proxy", ballot.proxy ? assembly.associates[*ballot.proxy].id : "")
      .text("resolution", assembly.resolutions[ballot.resolution].id)
      .text("vote", code_of(ballot.vote))
      .take();
}

std::string show_text(const Assembly& assembly, const ShowOfHands& show) {
  return JsonObject()
      .count("abstained", show.abstained)
      .text("college", show.college ? assembly.colleges[*show.college].id : "")
      .count("no", show.no)
      .raw("present", number_or_null(show.present))
      .text("resolution", assembly.resolutions[show.resolution].id)
      .count("yes", show.yes)
      .take();
}

std::string surplus_text(const Surplus& surplus) {
  return JsonObject()
      .number("interest", surplus.interest)
      .number("legal_reserve", surplus.legal_reserve)
      .number("other_reserve", surplus.other_reserve)
      .number("surplus", surplus.surplus)
      .text("year", surplus.year)
      .take();
}

std::string statutes_text(const Statutes& statutes) {
  return JsonObject()
      .text("abstention", code_of(statutes.abstention))
      .text("empty_college", code_of(statutes.empty_college))
      .texts("forms", statutes.forms)
      .raw("most_proxies", number_or_null(statutes.most_proxies))
      .text("quorum", base::to_text(statutes.quorum))
      .number("share_value", statutes.share_value)
      .text("tie", code_of(statutes.tie))
      .text("voting", statutes.voting ? code_of(*statutes.voting) : "")
      .take();
}

}  // namespace

std::string assembly_sha256(const Territory& territory) {
  const Assembly& assembly = territory.assembly;
  auto const with = [&](auto text) {
    return [&assembly, text](const auto& value) { return text(assembly, value); };
  };
  return base::sha256_hex(
      JsonObject()
          .raw("associates", json_list(assembly.associates, with(associate_text)))
          .raw("ballots", json_list(assembly.ballots, with(ballot_text)))
          .raw("colleges", json_list(assembly.colleges, college_text))
          .text("currency", territory.settings.currency)
          .raw("hands", json_list(assembly.shows, with(show_text)))
          .text("name", territory.settings.name)
          .raw("resolutions", json_list(assembly.resolutions, resolution_text))
          .raw("shares", json_list(assembly.moves, with(move_text)))
          .raw("statutes", statutes_text(assembly.statutes))
          .raw("surpluses", json_list(assembly.surpluses, surplus_text))
          .take());
}

}  // namespace bocage::exchange
