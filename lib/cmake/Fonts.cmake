# SPDX-License-Identifier: EUPL-1.2
# bcmkit_embed_fonts(<target>): the font files become part of the library, so that a printed page never depends on
# what is installed on the machine that prints it. Other versions of a font break lines elsewhere and so change the
# Kennung of pages: their hash is therefore known, and a difference is said loudly.
set(BCMKIT_FONT_INTER_REGULAR /usr/share/fonts/opentype/inter/Inter-Regular.otf CACHE FILEPATH "Text (package fonts-inter)")
set(BCMKIT_FONT_INTER_BOLD /usr/share/fonts/opentype/inter/Inter-Bold.otf CACHE FILEPATH "Bold text (package fonts-inter)")
set(BCMKIT_FONT_NOTO_REGULAR /usr/share/fonts/truetype/noto/NotoSans-Regular.ttf CACHE FILEPATH "First fallback (package fonts-noto-core)")
set(BCMKIT_FONT_NOTO_BOLD /usr/share/fonts/truetype/noto/NotoSans-Bold.ttf CACHE FILEPATH "First fallback, bold (package fonts-noto-core)")
set(BCMKIT_FONT_DEJAVU_REGULAR /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf CACHE FILEPATH "Second fallback (package fonts-dejavu-core)")
set(BCMKIT_FONT_DEJAVU_BOLD /usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf CACHE FILEPATH "Second fallback, bold (package fonts-dejavu-core)")

set(bcmkit_font_hash_INTER_REGULAR a7e791e8f5a0fb02b65663f7fca73e1d1ca9543f772ad480cbd76f4e3fe3f8cc)
set(bcmkit_font_hash_INTER_BOLD 1e9dfd6a6e33ac63a8fe3b4ed7ae0df9eac2d0b25e444e8e7daef4ac77943fc1)
set(bcmkit_font_hash_NOTO_REGULAR 89c3c497f618fdaa0b2d1e98fef93582f28c71debd2c4a8cdf41f190ced2909d)
set(bcmkit_font_hash_NOTO_BOLD e83493c945848ecd4a9ad0f6d19164541a0d3e23a9c952304a00a46e00272ac5)
set(bcmkit_font_hash_DEJAVU_REGULAR abdc775b21b1bc470d50c97e790d276f2054b7504e56e5bd3e64f48d68582322)
set(bcmkit_font_hash_DEJAVU_BOLD 0d977336a6d5fba34eab8e3199eb218327161b5143749f802982c2bc34df0c96)

function(bcmkit_embed_fonts target)
    # PE objects name the section of constants differently; ELF asks for a note that the stack is not executable.
    set(code "/* Made by lib/cmake/Fonts.cmake. */\n#if defined(_WIN32)\n.section .rdata,\"dr\"\n#else\n.section .rodata\n#endif\n")
    set(files)
    set(pinned TRUE)
    foreach(name INTER_REGULAR INTER_BOLD NOTO_REGULAR NOTO_BOLD DEJAVU_REGULAR DEJAVU_BOLD)
        set(file ${BCMKIT_FONT_${name}})
        if(NOT EXISTS ${file})
            message(FATAL_ERROR "Font file not found: ${file}\n"
                "Install the packages fonts-inter, fonts-noto-core and fonts-dejavu-core, or set BCMKIT_FONT_${name}.")
        endif()
        file(SHA256 ${file} hash)
        if(NOT hash STREQUAL bcmkit_font_hash_${name})
            set(pinned FALSE)
            message(WARNING "${file} is not the font that bcmkit was made with.\nLines may break elsewhere, and pages printed "
                "with this build carry other Kennungen than those of the official build.\n  expected SHA-256 "
                "${bcmkit_font_hash_${name}}\n  found            ${hash}")
        endif()
        string(TOLOWER bcmkit_font_${name} symbol)
        string(APPEND code ".balign 16\n.globl ${symbol}\n${symbol}:\n.incbin \"${file}\"\n.globl ${symbol}_end\n${symbol}_end:\n.byte 0\n")
        list(APPEND files ${file})
    endforeach()
    string(APPEND code "#if defined(__ELF__)\n.section .note.GNU-stack,\"\",%progbits\n#endif\n")
    set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded_fonts.S)
    file(CONFIGURE OUTPUT ${source} CONTENT "${code}" @ONLY)
    set_source_files_properties(${source} PROPERTIES OBJECT_DEPENDS "${files}")
    target_sources(${target} PRIVATE ${source})
    # Tests that compare positions on paper can do so with these fonts only.
    set_property(GLOBAL PROPERTY BCMKIT_FONTS_PINNED ${pinned})
endfunction()
