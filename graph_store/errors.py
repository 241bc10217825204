"""What can go wrong where the graph is kept: with the workspace, with a snapshot, with a statement put to a store."""

from graph_model.errors import GridgovError, UsageError


class WorkspaceError(GridgovError):
    """The workspace cannot be read or written; the last published snapshot is as it was."""


class StorageFull(WorkspaceError):
    """The disk, a quota or a file-size limit has no room for what was to be written."""


class NotWritable(WorkspaceError):
    """The workspace lies in a folder that this user may not write to."""


class WorkspaceLocked(WorkspaceError):
    """Another process is writing to the workspace and was still at it when the wait ended."""


class KeyUnusable(WorkspaceError):
    """The person key cannot be read, or is too short to keep pseudonyms from being guessed."""


class SnapshotError(GridgovError):
    """A snapshot cannot be used as it is."""


class SnapshotCorrupt(SnapshotError):
    """A file of a snapshot, or the pointer to the current one, is missing or damaged."""


class SnapshotMissing(SnapshotError, UsageError):
    """No snapshot bears the name that was given."""

    exit_code = 2


class SnapshotUnreadable(SnapshotError):
    """A snapshot was written under a schema that this version of gridgov does not know."""


class TablesInconsistent(SnapshotError):
    """Tables that are to be published break a rule of the model: a uid twice, or an end that is no node."""


class KeysDiffer(SnapshotError, UsageError):
    """Two snapshots name persons under different keys, so that their persons cannot be compared."""

    exit_code = 2


class StoreError(GridgovError):
    """A store did not do what it was asked; the snapshot is as it was."""


class StoreUnavailable(StoreError):
    """A store could not be built, opened or reached."""


class QueryFailed(StoreError):
    """A statement is well formed and could not be answered: a division by zero, a result beyond the memory."""


class QueryTimeout(StoreError):
    """A statement took longer than it was allowed to."""


class QuerySyntaxError(StoreError, UsageError):
    """A statement is not Cypher, or speaks of a variable or function that is not there.

    Args:
        zh: the message in Chinese.
        en: the message in English.
        line: line of the fault, from 1; None where the engine does not tell.
        column: column of the fault, from 1; None where the engine does not tell.
    """

    exit_code = 2

    def __init__(self, zh: str, en: str, *, line: int | None = None, column: int | None = None) -> None:
        super().__init__(zh, en)
        self.line = line
        self.column = column


class WriteRefused(StoreError, UsageError):
    """A statement would have written, and nobody said that it may."""

    exit_code = 2


class ParameterMissing(StoreError, UsageError):
    """A statement uses parameters that were not given.

    Args:
        names: the parameters, in the order in which the statement uses them.
    """

    exit_code = 2

    def __init__(self, names: tuple[str, ...]) -> None:
        listed = ", ".join(f"${name}" for name in names)
        super().__init__(
            f"缺少参数 {listed}：请用 -P 名称=值 给出",
            f"missing parameter {listed}: give it with -P name=value",
        )
        self.names = names


class MemoryExhausted(QueryFailed):
    """A statement or a publish needed more memory than the server gives to one transaction."""


class ConstraintBroken(QueryFailed):
    """A statement would break a constraint of the database, or an index is in the way of one."""


class CommitUnknown(StoreUnavailable):
    """The connection broke while the server was committing: it may have done so or not."""


class NothingPublished(StoreError):
    """A server is asked for a graph and holds none that was published."""


class AddressInvalid(UsageError):
    """An address of a server is not written as one."""


class CredentialsMissing(UsageError):
    """Nothing says who asks the server, or what says it cannot be used."""


class PublicationRefused(StoreError, UsageError):
    """The database holds other people's data under names that the graph needs; it is as it was."""

    exit_code = 2


class PublicationTooLarge(StoreError, UsageError):
    """The change is larger than one transaction of the server can hold; the server is as it was."""

    exit_code = 2


class PublicationDiffers(StoreError):
    """What the server held after writing was not the snapshot; nothing was kept."""
