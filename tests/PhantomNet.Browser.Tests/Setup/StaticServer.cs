using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PhantomNet.Browser.Tests.Setup;

/// <summary>
/// Serves a folder below a path as GitHub Pages does: right types, an index for a folder, 404 for what isn't there, readable
/// from any origin. Nothing is computed and nothing falls back to the start page.
/// </summary>
public sealed class StaticServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly string _path;
    private readonly Func<string, byte[]?> _read;
    private readonly Task _accepting;

    private StaticServer(string path, Func<string, byte[]?> read)
    {
        _path = path;
        _read = read;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>Chosen by the system.</summary>
    public int Port { get; }

    /// <summary>Serves a folder's files below a path that begins and ends with a slash.</summary>
    public static StaticServer OfFolder(string path, string folder) =>
        new(
            path,
            name =>
            {
                string file = Path.GetFullPath(Path.Combine(folder, name));
                bool within = file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
                return within && File.Exists(file) ? File.ReadAllBytes(file) : null;
            }
        );

    /// <summary>Serves one page at the root.</summary>
    public static StaticServer OfPage(string html) =>
        new("/", name => name == "index.html" ? Encoding.UTF8.GetBytes(html) : null);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private static string TypeOf(string name) =>
        Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".js" or ".mjs" => "text/javascript; charset=utf-8",
            ".json" => "application/json",
            ".svg" => "image/svg+xml",
            ".wasm" => "application/wasm",
            _ => "application/octet-stream",
        };

    private async Task AcceptAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = ServeAsync(client);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It has been stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                client.NoDelay = true;
                using StreamReader requests = new(client.GetStream(), Encoding.ASCII);
                while (await requests.ReadLineAsync(_stop.Token) is { Length: > 0 } request)
                {
                    while (await requests.ReadLineAsync(_stop.Token) is { Length: > 0 })
                    {
                        // No header changes what a file is.
                    }

                    await AnswerAsync(client.GetStream(), request.Split(' ').ElementAtOrDefault(1) ?? "/");
                }
            }
            catch (Exception error) when (error is OperationCanceledException or IOException or ObjectDisposedException)
            {
                // The browser has gone away, or the tests are over.
            }
        }
    }

    private async Task AnswerAsync(Stream stream, string target)
    {
        string path = Uri.UnescapeDataString(target.Split('?', '#')[0]);
        string name = path.EndsWith('/') ? path + "index.html" : path;
        byte[]? body = name.StartsWith(_path, StringComparison.Ordinal) ? _read(name[_path.Length..]) : null;
        string head = $"""
            HTTP/1.1 {(body is null ? "404 Not Found" : "200 OK")}
            Content-Type: {(body is null ? "text/plain" : TypeOf(name))}
            Content-Length: {body?.Length ?? 0}
            Cache-Control: max-age=600
            Access-Control-Allow-Origin: *


            """;
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.ReplaceLineEndings("\r\n")), _stop.Token);
        await stream.WriteAsync(body ?? [], _stop.Token);
    }
}
