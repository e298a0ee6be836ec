using System.Buffers.Binary;

namespace Hotspot.Ingest.Biff;

/// <summary>
/// What ExcelDataReader does not tell of an .xls: whether its days count from 1904, and which cells hold a formula that failed. Read from the records
/// themselves ([MS-XLS] 2.4: Date1904, BoundSheet8, BoolErr, Formula; those of BIFF5 have the same layout). Of a workbook under a password nothing is told.
/// </summary>
internal sealed class BiffMarks
{
    private const int HeadBytes = 4;

    /// <summary>Row, column, format and the result of a formula: all that is read of any record; what a shorter one lacks is 0.</summary>
    private const int CellBytes = 14;
    private const int FailedFormula = 2;
    private const int Worksheet = 0;
    private readonly Stream _file;
    private readonly CompoundStream? _book;
    private readonly List<uint> _sheets = [];

    /// <param name="file">Seekable; read whenever a sheet is asked for, its position is kept.</param>
    public BiffMarks(Stream file)
    {
        _file = file;
        var position = file.Position;
        _book = CompoundStream.Of(file, "Workbook", "Book");
        Walk(
            0,
            (record, body) =>
            {
                switch (record)
                {
                    case Record.Date1904:
                        Is1904 = BinaryPrimitives.ReadUInt16LittleEndian(body) == 1;
                        break;
                    case Record.BoundSheet when body[5] == Worksheet:
                        _sheets.Add(BinaryPrimitives.ReadUInt32LittleEndian(body));
                        break;
                }
                return record != Record.FilePass;
            }
        );
        file.Position = position;
    }

    public bool Is1904 { get; private set; }

    /// <summary>0-based row and column of the cells whose formula failed.</summary>
    /// <param name="sheet">0-based, charts and macros not counted.</param>
    /// <param name="rows">Rows that are looked at.</param>
    public IReadOnlySet<(int Row, int Column)> ErrorsOf(int sheet, long rows)
    {
        var errors = new HashSet<(int, int)>();
        if (sheet >= _sheets.Count)
            return errors;
        var position = _file.Position;
        Walk(
            _sheets[sheet],
            (record, body) =>
            {
                var row = BinaryPrimitives.ReadUInt16LittleEndian(body);
                var isError = record switch
                {
                    Record.BoolErr => body[7] != 0,
                    Record.Formula or Record.Formula3 or Record.Formula4 => BinaryPrimitives.ReadUInt16LittleEndian(body[12..]) == 0xffff
                        && body[6] == FailedFormula,
                    _ => false,
                };
                if (isError)
                    errors.Add((row, BinaryPrimitives.ReadUInt16LittleEndian(body[2..])));
                return !isError || row < rows;
            }
        );
        _file.Position = position;
        return errors;
    }

    private delegate bool Visit(Record record, ReadOnlySpan<byte> body);

    /// <summary>From a beginning to the end that belongs to it; charts within a sheet have both, too. Ends early where <paramref name="visit"/> says so.</summary>
    /// <param name="at">Where the first record, a beginning, stands.</param>
    private void Walk(long at, Visit visit)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        Span<byte> body = stackalloc byte[CellBytes];
        var depth = 0;
        while (_book?.Read(at, head) == true)
        {
            var record = (Record)BinaryPrimitives.ReadUInt16LittleEndian(head);
            int length = BinaryPrimitives.ReadUInt16LittleEndian(head[2..]);
            if (record == Record.Begin)
                depth++;
            else if (record == Record.End && --depth <= 0)
                return;
            else if (depth == 1 && IsAsked(record))
            {
                body.Clear();
                if (!_book.Read(at + HeadBytes, body[..Math.Min(length, CellBytes)]) || !visit(record, body))
                    return;
            }
            at += HeadBytes + length;
        }
    }

    private static bool IsAsked(Record record) =>
        record
            is Record.Date1904
                or Record.FilePass
                or Record.BoundSheet
                or Record.BoolErr
                or Record.Formula
                or Record.Formula3
                or Record.Formula4;

    private enum Record : ushort
    {
        Formula = 0x0006,
        End = 0x000a,
        Date1904 = 0x0022,
        FilePass = 0x002f,
        BoundSheet = 0x0085,
        BoolErr = 0x0205,
        Formula3 = 0x0206,
        Formula4 = 0x0406,
        Begin = 0x0809,
    }
}
