using System.Security.Cryptography;
using System.Text;
using Hotspot.Language;
using Hotspot.Records;
using Hotspot.Settings;

namespace Hotspot.Store;

/// <summary>The complaints of a home, in DuckDB. A load happens whole or not at all: one that died is taken back when the store is next used.</summary>
public sealed class ComplaintStore : IDisposable
{
    private readonly Session _session;

    private Func<IEnumerable<Arrivals.NewOrder>> _newOrders = () => [];

    private ComplaintStore(Session session)
    {
        _session = session;
        session.Give(
            "arrivals",
            "complaint",
            () => _newOrders(),
            (order, vectors, at) =>
            {
                var columns = new VectorColumns(vectors, at);
                ComplaintTable.Write(ref columns, order.Complaint, order.LoadNo, order.IdHash, order.BatchId);
            }
        );
    }

    private static readonly string[] SchemaParts =
    [
        "Store/schema",
        "Store/schema_review",
        "Store/schema_undo",
        "Store/schema_callback",
        "Store/schema_processing",
    ];

    /// <summary>A store that bears it has all that this release asks for.</summary>
    private static readonly string SchemaMark = Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(SchemaParts.Select(Sql.Text))))
    );

    /// <summary>Opens or makes a store; one of an earlier release gets what it lacks.</summary>
    /// <exception cref="OperatorException">It is of a trial before the first release (exit 2).</exception>
    public static ComplaintStore Open(string storeFile, SessionLimits limits)
    {
        var session = Session.Open(storeFile, limits);
        if (
            session.Query("Store/schema_mark_table", row => row.GetString(0)).Count == 0
            || session.One("Store/schema_mark", row => row.GetString(0)) != SchemaMark
        )
        {
            if (
                session.Query("Store/columns", row => row.GetString(0), ("table", "complaint")) is { Count: > 0 } columns
                && !columns.Contains("id_hash")
            )
            {
                session.Dispose();
                throw new OperatorException(ExitCode.WrongUse, "store_of_trial", ("store", storeFile));
            }
            foreach (var part in SchemaParts)
                session.Execute(part);
            session.Execute("Store/schema_mark_set", ("mark", SchemaMark));
        }
        session.Execute("Store/take_back");
        return new ComplaintStore(session);
    }

    /// <summary>Number of the first file of the last load of this session; 0: none.</summary>
    public long LastLoad { get; private set; }

    /// <summary>The store's own session, for the rooms that read complaints in bulk (incidents, publishing).</summary>
    public Session Session => _session;

    /// <param name="files">In the order in which later files win.</param>
    /// <param name="derive">Fills the derived block of a complaint from its stated block, where files complete each other; rows come with theirs.</param>
    /// <param name="incidents">Puts what is new about the incidents of touched complaints into <c>scratch.moved</c>.</param>
    /// <param name="progress">Told the rows read so far.</param>
    /// <param name="accounts">What else is written in the transaction of the ledger.</param>
    public IReadOnlyList<LedgerEntry> Load(
        IReadOnlyList<IncomingFile> files,
        Func<Complaint, Complaint> derive,
        Action<Session> incidents,
        IProgress<long>? progress = null,
        Action<Session>? accounts = null,
        CancellationToken cancel = default
    )
    {
        _session.Execute("Store/take_back");
        _session.Execute("Store/scratch");
        var loadNo = _session.One("Store/next_load", row => row.GetInt64(0));
        _session.Execute("Store/pending", ("load_no", loadNo));
        var tallies = Read(files, loadNo, progress, cancel);

        // All that follows is worked out beside the store; one short transaction then writes it.
        OrderMerge.Run(_session);
        _session.Execute("Store/conflicts");
        Rederivation.WorkOut(_session, loadNo, derive, incidents, cancel);

        var ledger = Ledger(files, tallies);
        using (var transaction = _session.Begin())
        {
            UndoTable.Keep(_session, loadNo);
            for (var i = 0; i < files.Count; i++)
            {
                Write(ledger[i], loadNo + i, files[i].BatchId);
                _session.Execute("Store/write_batch_day", ("batch_id", files[i].BatchId), ("first_on", tallies[i].FirstOn));
            }
            _session.Execute("Store/apply");
            _session.Execute("Store/conflict_keep", ("load_no", loadNo));
            accounts?.Invoke(_session);
            UndoTable.Close(_session);
            transaction.Commit();
        }
        _session.Execute("Store/scratch");
        LastLoad = loadNo;
        return ledger;
    }

    /// <summary>The rejected rows of a file's bytes, in file order.</summary>
    public IReadOnlyList<QuarantinedRow> Quarantine(string batchId) =>
        _session.Query(
            "Store/quarantine",
            row => new QuarantinedRow(row.GetString(0), row.GetInt64(1), row.TextAt(2), row.GetString(3), row.GetString(4)),
            ("batch_id", batchId)
        );

    /// <summary>
    /// New orders are committed before they are accounted for, under the mark <c>load_pending</c>: rows that go into a table by themselves are compressed and
    /// written once, while rows that the same transaction also changes would be written again at its commit.
    /// </summary>
    private IReadOnlyList<Arrivals.Tally> Read(
        IReadOnlyList<IncomingFile> files,
        long loadNo,
        IProgress<long>? progress,
        CancellationToken cancel
    )
    {
        using var transaction = _session.Begin();
        using var arrivals = new Arrivals(_session, files, loadNo);
        _newOrders = () => arrivals.NewOrders(progress, cancel);
        // One row after the other: a second thread of DuckDB's would only spin, and take its processor from those that map the rows.
        _session.WithOneThreadAQuery(() => _session.Execute("Store/arrivals"));
        arrivals.Failure?.Throw();
        arrivals.Keep(_session);
        arrivals.Dispose();
        transaction.Commit();
        return arrivals.Tallies;
    }

    private List<LedgerEntry> Ledger(IReadOnlyList<IncomingFile> files, IReadOnlyList<Arrivals.Tally> tallies)
    {
        var outcomes = _session
            .Query(
                "Store/outcomes",
                row =>
                    (
                        File: row.GetInt32(0),
                        Inserted: row.GetInt64(1),
                        Updated: row.GetInt64(2),
                        Unchanged: row.GetInt64(3),
                        Rejected: row.GetInt64(4)
                    )
            )
            .ToDictionary(outcome => outcome.File);
        return
        [
            .. files.Select(
                (file, i) =>
                {
                    var outcome = outcomes.GetValueOrDefault(i);
                    return new LedgerEntry(
                        file.Name,
                        file.Sha256,
                        file.Source,
                        tallies[i].Read,
                        tallies[i].Inserted + outcome.Inserted,
                        outcome.Updated,
                        tallies[i].Unchanged + outcome.Unchanged,
                        tallies[i].Rejected + outcome.Rejected
                    );
                }
            ),
        ];
    }

    private void Write(LedgerEntry entry, long loadNo, string batchId)
    {
        _session.Execute(
            "Store/write_ledger",
            ("load_no", loadNo),
            ("batch_id", batchId),
            ("name", entry.Name),
            ("sha256", entry.Sha256),
            ("source", entry.Source),
            ("read", entry.Read),
            ("inserted", entry.Inserted),
            ("updated", entry.Updated),
            ("unchanged", entry.Unchanged),
            ("rejected", entry.Rejected)
        );
        _session.Execute("Store/clear_quarantine", ("batch_id", batchId));
    }

    public void Dispose() => _session.Dispose();
}
