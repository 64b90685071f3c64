// Documents that organisers change at the desk, export and import: read member by member, so that a person hears all that is wrong at
// once, each with its place.
#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "wire/json.h"

namespace kiemkring::wire {

/// What is wrong with a file, and where: `factors[2].name_nl`, counted from 0; empty: the whole of it.
struct DocumentProblem {
    std::string where, why;
    bool operator==(const DocumentProblem&) const = default;
};
using DocumentProblems = std::vector<DocumentProblem>;

class DocumentReader {
public:
    /// Whether it is a file of this form and version; what else stands in it may only be one of `members`.
    bool begins(const Json& file, std::string_view form, std::int64_t version, std::initializer_list<std::string_view> members);
    void only_members(const Json& object, std::initializer_list<std::string_view> known);

    void text(const Json& object, std::string_view name, std::string& into, std::size_t characters_max, bool needed = false);
    void number(const Json& object, std::string_view name, std::int64_t& into, std::int64_t most);
    /// `read` is called for each object of the list, and says what is wrong at its place.
    void objects(const Json& object, std::string_view name, std::size_t most, const std::function<void(const Json&)>& read);
    /// Null, and said so, when it is not there or no list, or has more than `most`.
    const Json::Array* list(const Json& object, std::string_view name, std::size_t most);

    void problem(std::string_view name, std::string_view why);
    [[nodiscard]] DocumentProblems& problems() { return problems_; }

private:
    std::string place_;
    DocumentProblems problems_;
};

/// `{"error": "bad_document", "problems": [...]}`
[[nodiscard]] std::string encode_document_problems(const DocumentProblems& problems);

}  // namespace kiemkring::wire
