using System;
using System.Configuration;
using System.Data;
using System.Data.SqlClient;

namespace Northgate.Orders.Core.Data
{
    public static class Database
    {
        private static readonly string ConnectionString =
            ConfigurationManager.ConnectionStrings["Orders"].ConnectionString;

        public static SqlConnection Open()
        {
            var connection = new SqlConnection(ConnectionString);
            connection.Open();
            return connection;
        }

        public static SqlCommand Command(SqlConnection connection, string sql, params object[] args)
        {
            var command = new SqlCommand(sql, connection);
            for (int i = 0; i < args.Length; i++)
            {
                command.Parameters.AddWithValue("@p" + i, args[i] ?? DBNull.Value);
            }
            return command;
        }

        public static int Execute(string sql, params object[] args)
        {
            using (var connection = Open())
            using (var command = Command(connection, sql, args))
            {
                return command.ExecuteNonQuery();
            }
        }

        public static T Scalar<T>(string sql, params object[] args)
        {
            using (var connection = Open())
            using (var command = Command(connection, sql, args))
            {
                object value = command.ExecuteScalar();
                if (value == null || value == DBNull.Value)
                {
                    return default(T);
                }
                Type type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
                return (T)Convert.ChangeType(value, type);
            }
        }

        public static DataTable Table(string sql, params object[] args)
        {
            using (var connection = Open())
            using (var command = Command(connection, sql, args))
            using (var adapter = new SqlDataAdapter(command))
            {
                var table = new DataTable();
                adapter.Fill(table);
                return table;
            }
        }

        public static int Procedure(string name, params SqlParameter[] parameters)
        {
            using (var connection = Open())
            using (var command = new SqlCommand(name, connection))
            {
                command.CommandType = CommandType.StoredProcedure;
                command.CommandTimeout = 600;
                command.Parameters.AddRange(parameters);
                return command.ExecuteNonQuery();
            }
        }
    }
}
