"""What the system refuses, in the user's language and without its numbers."""

from typing import Final

from gridgov.words import Words

_REASONS: Final = {
    FileNotFoundError: Words("没有这个文件或目录", "there is no such file or folder"),
    FileExistsError: Words("已经有同名的文件", "a file of that name is there"),
    IsADirectoryError: Words("是目录，不是文件", "it is a folder, not a file"),
    NotADirectoryError: Words("路径中有一段是文件，不是目录", "a part of the path is a file, not a folder"),
    PermissionError: Words("没有权限，或文件正被其他程序打开", "no permission, or another program has the file open"),
}


def reason(error: Exception, language: str) -> str:
    """Return why something could not be read or written.

    Args:
        error: what was raised.
        language: "zh" or "en".
    """
    for kind, words in _REASONS.items():
        if isinstance(error, kind):
            return words(language)
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
