#pragma once

#include <string>

#include "exchange/import/finding.h"
#include "exchange/import/import.h"
#include "territory/territory.h"

namespace bocage::exchange {

// "besoins.xlsx, Besoins!D7"; a CSV file has no sheet to name.
[[nodiscard]] std::string place_in_words(const importing::SheetPlace& place,
                                         territory::Language language);

// Where, what, and what is proposed: one line without its line end.
[[nodiscard]] std::string sentence(const importing::Finding& finding, territory::Language language);

// What each sheet was taken for and what each column means; then problems, questions and notes;
// then what stands.
[[nodiscard]] std::string import_summary(const importing::Import& import,
                                         territory::Language language);

// The last words: written (where `folder` is not empty), or why nothing was.
enum class ImportEnd { kWritten, kWouldWrite, kProblems, kNothingToRead };
[[nodiscard]] std::string import_end(const importing::Import& import, ImportEnd end,
                                     const std::string& folder, territory::Language language);

// The last argument must be the folder to make.
[[nodiscard]] std::string import_needs_folder(const std::string& found,
                                              territory::Language language);

// For machines: the same, as JSON.
[[nodiscard]] std::string import_json(const importing::Import& import, bool written,
                                      territory::Language language);

}  // namespace bocage::exchange
