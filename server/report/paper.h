// Pages of a PDF that fill from top to bottom.
#pragma once

#include <string>

#include "report/canvas.h"

namespace kiemkring::report {

class Paper : public Canvas {
public:
    struct About {
        std::string title, author, language;
    };
    /// With a `scale` below 1 more is drawn on the same sheet, smaller.
    Paper(Size size, const About& about, double scale = 1);
    ~Paper() override;

    /// The finished file, empty when something could not be drawn; nothing can be drawn afterwards.
    [[nodiscard]] std::string finish();
    void next_page();
    [[nodiscard]] std::size_t pages() const { return pages_; }

    /// Puts the file in as it is. Nothing for what is no JPEG.
    void draw_jpeg(const std::string& jpeg, double x, double y, double width, double height);

    /// A name in the outline, which leads to this page.
    void add_to_outline(const std::string& name, int level);

private:
    Paper(std::unique_ptr<std::string> file, Size size, const About& about, double scale);

    std::unique_ptr<std::string> file_;  ///< stays where it is while Cairo writes to it
    std::size_t pages_{1};
    int parents_[4]{};  ///< of the outline
};

}  // namespace kiemkring::report
