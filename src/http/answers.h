#pragma once

#include <boost/json/fwd.hpp>
#include <string>

#include "base/result.h"
#include "http/message.h"
#include "http/view/view.h"
#include "service/trouble.h"

// The few shapes of an answer.
namespace bocage::http {

[[nodiscard]] Response json_answer(const boost::json::value& value, int status = 200);
[[nodiscard]] Response text_answer(int status, const std::string& type, std::string body);
// {"message": …} or {"problems": […]}: 409 by the group's rules or somebody else's edit, 422 for
// the tables, 500 for the disk and the planner.
[[nodiscard]] Response trouble_answer(const service::Trouble& trouble, const std::string& folder,
                                      const Reader& reader);
[[nodiscard]] Response refused(int status, const std::string& message);

// Language and moment: `lang` and `at` of the query, else the territory's and the clock's.
[[nodiscard]] Reader reader_of(const Request& request, territory::Language otherwise);

// A JSON object in the body; the failure is the answer.
[[nodiscard]] base::Result<boost::json::object, Response> body_object(const Request& request);
// A member as text; empty where it is not there. Numbers are written out.
[[nodiscard]] std::string member(const boost::json::object& object, const char* name);

}  // namespace bocage::http
