# SPDX-License-Identifier: EUPL-1.2
# bcmkit_embed_texts(<out.cpp> <files...>): the given text files, with their path
# below the project, as one C++ table that base/embedded.hpp reads.
function(bcmkit_embed_texts out)
    set(list_file ${out}.files)
    file(CONFIGURE OUTPUT ${list_file} CONTENT "${ARGN}" @ONLY)
    set(full_paths ${ARGN})
    list(TRANSFORM full_paths PREPEND ${PROJECT_SOURCE_DIR}/)
    add_custom_command(OUTPUT ${out}
        COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DFILES=${list_file} -DROOT=${PROJECT_SOURCE_DIR}
                -P ${PROJECT_SOURCE_DIR}/lib/cmake/EmbedTexts.cmake
        DEPENDS ${full_paths} ${list_file} ${PROJECT_SOURCE_DIR}/lib/cmake/EmbedTexts.cmake
        COMMENT "Embedding texts" VERBATIM)
endfunction()
