#pragma once

#include <boost/json/fwd.hpp>
#include <string>

#include "service/meeting.h"
#include "service/trouble.h"
#include "service/two_answers.h"

// What the pages are told, as openapi.yaml lays it down. Everything a person reads is in words
// already; ids and codes stand beside it for the program.
namespace bocage::http {

struct Reader {
  territory::Language language = territory::Language::kEnglish;
  base::Moment now;
};

[[nodiscard]] boost::json::object territory_view(const service::Meeting& meeting,
                                                 const territory::Plan& plan, const Reader& reader);
// What waits for somebody, each with the page where it is done.
[[nodiscard]] boost::json::array waiting_view(const service::Meeting& meeting,
                                              const Reader& reader);
[[nodiscard]] boost::json::object plan_view(const service::Meeting& meeting,
                                            const territory::Plan& plan, int number,
                                            const Reader& reader);
// The blocks of a plan, with a sentence for each that is short.
[[nodiscard]] boost::json::array blocks_view(const service::Meeting& meeting,
                                             const territory::Plan& plan, const Reader& reader);
[[nodiscard]] boost::json::object round_view(const service::Meeting& meeting, const Reader& reader);
[[nodiscard]] boost::json::object answer_view(const service::Meeting& meeting,
                                              const service::AnswerPlan& answer,
                                              const Reader& reader);
[[nodiscard]] boost::json::array changes_view(const service::Meeting& meeting,
                                              const std::vector<agree::LineChange>& changes,
                                              const Reader& reader);
[[nodiscard]] boost::json::object follow_view(const service::Meeting& meeting,
                                              const Reader& reader);
[[nodiscard]] boost::json::array decisions_view(const service::Meeting& meeting,
                                                const Reader& reader);
[[nodiscard]] boost::json::array problems_view(const territory::Problems& problems,
                                               const Reader& reader);

// For a page to compute with; what people read is in words beside it.
[[nodiscard]] double plain_number(territory::Millionths value);

}  // namespace bocage::http
